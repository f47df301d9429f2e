import { randomUUID } from 'node:crypto';
import {
  header,
  type ProxiedRequest,
  type ProxiedResponse,
  type Rewrite,
  withHeader,
  withoutHeaders,
} from '../proxy.ts';
import { answer, isAuthorization, isTokenRequest } from './requests.ts';

const METADATA = '/.well-known/openid-configuration';
const JSON_TYPE = 'application/json; charset=utf-8';
const HTML = 'text/html; charset=utf-8';

/** Servers that are out of order or badly set up, and what stands in front of them. */
export const outOfOrder: Readonly<Record<string, Rewrite>> = {
  'discovery-missing': async (request, forward) =>
    request.target.startsWith('/.well-known/')
      ? answer(request, 404, HTML, '<!doctype html><title>404</title><h1>Not Found</h1>')
      : forward(request),
  'discovery-other-issuer': withMetadata(({ issuer }) => ({
    issuer: `${issuer}/realms/playground`,
  })),
  'keys-unavailable': async (request, forward) =>
    request.method === 'GET' && request.target === '/jwks'
      ? answer(request, 503, HTML, '<h1>503 Service Temporarily Unavailable</h1>')
      : forward(request),
  'token-behind-firewall': async (request, forward) =>
    isTokenRequest(request) ? answer(request, 403, HTML, blockPage()) : forward(request),
  'dpop-nonce-hidden': async (request, forward) => {
    const response = await forward(request);
    if (!isTokenRequest(request)) return response;
    const isHidden = (name: string): boolean => name === 'access-control-expose-headers';
    return { ...response, headers: withoutHeaders(response.headers, isHidden) };
  },
  'login-page-policy': async (request, forward) => {
    const response = await forward(request);
    return request.method === 'GET' && request.target.startsWith('/login/')
      ? withPolicy(response)
      : response;
  },
  'par-refused': async (request, forward) => {
    if (request.method !== 'POST' || request.target !== '/request') return forward(request);
    const form = new URLSearchParams(request.body.toString());
    form.set('redirect_uri', `${form.get('redirect_uri')}-of-yesterday`);
    return forward({ ...request, body: Buffer.from(form.toString()) });
  },
  // A server whose tokens are for one API each. The server of the playground does not mind.
  'scopes-of-two-apis': async (request, forward) => {
    const sent = new URLSearchParams(request.target.split('?')[1]);
    const back = isAuthorization(request) ? URL.parse(sent.get('redirect_uri') ?? '') : null;
    if (back === null) return forward(request);
    back.searchParams.set('error', 'invalid_scope');
    back.searchParams.set('error_description', 'The scope contains more than one resource.');
    back.searchParams.set('state', sent.get('state') ?? '');
    back.searchParams.set('iss', `http://${header(request.headers, 'host')}`);
    const refusal = answer(request, 302, HTML, '');
    return { ...refusal, headers: withHeader(refusal.headers, 'Location', back.href) };
  },
  // A server that ignores what it does not know (RFC 6749 section 3.1).
  'step-up-ignored': withoutParameter('acr_values'),
  'max-age-ignored': withoutParameter('max_age'),
};

/** Changes members of the metadata. */
function withMetadata(
  change: (metadata: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    if (request.target !== METADATA) return response;
    const metadata = JSON.parse(response.body.toString()) as Readonly<Record<string, unknown>>;
    const body = Buffer.from(JSON.stringify({ ...metadata, ...change(metadata) }));
    return { ...response, headers: withHeader(response.headers, 'Content-Type', JSON_TYPE), body };
  };
}

function withoutParameter(name: string): Rewrite {
  return async (request, forward) => {
    if (!isAuthorization(request)) return forward(request);
    return forward(withoutQueryParameter(request, name));
  };
}

function withoutQueryParameter(request: ProxiedRequest, name: string): ProxiedRequest {
  const url = new URL(request.target, 'http://localhost');
  url.searchParams.delete(name);
  return { ...request, target: url.pathname + url.search };
}

/** The page of a firewall in front of the server, in the words that such pages use. */
function blockPage(): string {
  return `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.
Please consult with your administrator.<br><br>Your support ID is: ${randomUUID()}</body></html>`;
}

/**
 * Forbids the form to lead to another origin. The page then stays, and says after a while that it is
 * still there.
 */
function withPolicy(response: ProxiedResponse): ProxiedResponse {
  if (!/html/.test(header(response.headers, 'content-type') ?? '')) return response;
  const script = `<script>addEventListener('submit', () => setTimeout(() => {
  document.documentElement.dataset.state = 'error-page';
}, 3000));</script>`;
  return {
    ...response,
    headers: withHeader(
      response.headers,
      'Content-Security-Policy',
      "default-src 'self' 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    ),
    body: Buffer.from(response.body.toString() + script),
  };
}
