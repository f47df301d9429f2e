import { randomBytes } from 'node:crypto';
import { errorPage } from '../provider/error-page.ts';
import {
  header,
  type ProxiedResponse,
  type Rewrite,
  withHeader,
  withoutHeaders,
} from '../proxy.ts';
import { answer, isAuthorization, isTokenPreflight, isTokenRequest } from './requests.ts';

/** Markup that must be shown as text everywhere. */
export const hostileText = '<img src=x onerror="globalThis.hostile=1">';

/** Faults of one message, in scenarios whose client is correct. */
export const faults: Readonly<Record<string, Rewrite>> = {
  'tampered-state': rewriteResponse((query) =>
    query.set('state', 'c3RhdGUtb2YtYW5vdGhlci1hdHRlbXB0'),
  ),
  'missing-state': rewriteResponse((query) => query.delete('state')),
  'nonce-mismatch': async (request, forward) => {
    if (!isAuthorization(request)) return forward(request);
    const url = new URL(request.target, 'http://localhost');
    if (url.searchParams.has('nonce'))
      url.searchParams.set('nonce', 'bm9uY2Utb2YtYW5vdGhlci1sb2dpbg');
    return forward({ ...request, target: url.pathname + url.search });
  },
  'token-without-cors': async (request, forward) => {
    const response = await forward(request);
    return isTokenRequest(request) ? withoutCors(response) : response;
  },
  'cors-hides-error': async (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    const form = new URLSearchParams(request.body.toString());
    form.set('code', 'lost-on-the-way');
    return withoutCors(await forward({ ...request, body: Buffer.from(form.toString()) }));
  },
  'failing-preflight': async (request, forward) => {
    const response = await forward(request);
    if (!isTokenPreflight(request)) return response;
    const headers = withHeader(response.headers, 'Access-Control-Allow-Headers', 'content-type');
    return { ...response, headers };
  },
  'token-html': async (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    const page = '<!doctype html><title>Welcome</title><h1>Welcome to our site</h1>';
    return answer(request, 200, 'text/html; charset=utf-8', page);
  },
  'token-500': async (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    return answer(request, 500, 'text/plain; charset=utf-8', 'Internal Server Error');
  },
  'dpop-nonce-demanded-twice': async (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    const refusal = JSON.stringify({ error: 'use_dpop_nonce' });
    const response = answer(request, 400, 'application/json; charset=utf-8', refusal);
    const nonce = ['DPoP-Nonce', randomBytes(16).toString('base64url')] as const;
    const readable = ['Access-Control-Expose-Headers', 'DPoP-Nonce'] as const;
    return { ...response, headers: [...response.headers, nonce, readable] };
  },
  // oidc-provider keeps every pushed request for a minute, which is too long to wait.
  'par-expired': async (request, forward) => {
    if (isAuthorization(request)) {
      const unknown = request.target.replace(/(request_uri=[^&]*)$/, '$1-forgotten');
      return forward({ ...request, target: unknown });
    }
    const response = await forward(request);
    if (request.target !== '/request' || response.status !== 201) return response;
    const pushed = JSON.parse(response.body.toString()) as object;
    return { ...response, body: Buffer.from(JSON.stringify({ ...pushed, expires_in: 1 })) };
  },
  hostile: async (request, forward) => {
    const response = await forward(request);
    if (!isAuthorization(request)) return response;
    const out = {
      error: 'invalid_client',
      error_description: `client is invalid ${hostileText}`,
      iss: hostileText,
    };
    const headers = [...response.headers, ['X-Trace-Id', hostileText] as const];
    return { status: 400, headers, body: Buffer.from(errorPage(out)) };
  },
};

/** Changes the authorization response in the redirect that carries the code. */
function rewriteResponse(change: (query: URLSearchParams) => void): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    const location = header(response.headers, 'location');
    const url = location === null ? null : URL.parse(location);
    if (!url?.searchParams.has('code')) return response;
    change(url.searchParams);
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}

function withoutCors(response: ProxiedResponse): ProxiedResponse {
  const headers = withoutHeaders(response.headers, (name) => name.startsWith('access-control-'));
  return { ...response, headers };
}
