import { errorPage } from './provider/error-page.ts';
import type { SigningKey } from './provider/signing-key.ts';
import {
  type Bend,
  type Forward,
  header,
  type ProxiedRequest,
  type ProxiedResponse,
  withHeader,
  withoutHeaders,
} from './proxy.ts';
import { aheadOfTime } from './skewed-clock.ts';

/** Markup that must stay text wherever it is shown. */
export const hostileText = '<img src=x onerror="globalThis.hostile=1">';

/** The fault of a scenario; scenarios with an honest server pass everything on. */
export function bendOf(name: string, key: SigningKey): Bend {
  if (name === 'skewed-clock') return aheadOfTime(key, 600);
  if (name === 'code-used-twice') return oneTokenRequestAtATime();
  if (name === 'device-slow-down') return polledTooFast();
  return bends[name] ?? ((request, forward) => forward(request));
}

const bends: Readonly<Record<string, Bend>> = {
  'tampered-state': bendResponse((query) => query.set('state', 'c3RhdGUtb2YtYW5vdGhlci1hdHRlbXB0')),
  'missing-state': bendResponse((query) => query.delete('state')),
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
  // oidc-provider leaves the interval to its default of five seconds (RFC 8628 section 3.2).
  device: everySecond,
  'device-denied': everySecond,
  'device-expired': everySecond,
  'jar-by-reference': async (request, forward) => {
    const url = new URL(request.target, 'http://localhost');
    const reference = url.searchParams.get('request_uri');
    if (!isAuthorization(request) || reference === null) return forward(request);
    // oidc-provider takes request objects by value only (RFC 9101 section 5.2.3 is done here).
    url.searchParams.delete('request_uri');
    url.searchParams.set('request', await (await fetch(reference)).text());
    return forward({ ...request, target: url.pathname + url.search });
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

/** No fault: it only decides which of two simultaneous requests finds the code still unused. */
function oneTokenRequestAtATime(): Bend {
  let previous: Promise<unknown> = Promise.resolve();
  return (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    const response = previous.then(() => forward(request));
    previous = response.catch(() => null);
    return response;
  };
}

async function everySecond(request: ProxiedRequest, forward: Forward): Promise<ProxiedResponse> {
  const response = await forward(request);
  if (request.target !== '/device/auth' || response.status !== 200) return response;
  const issued = JSON.parse(response.body.toString()) as object;
  return { ...response, body: Buffer.from(JSON.stringify({ ...issued, interval: 1 })) };
}

/** Answers the first poll with `slow_down` (RFC 8628 section 3.5), which oidc-provider never says. */
function polledTooFast(): Bend {
  let polls = 0;
  return async (request, forward) => {
    if (!isTokenRequest(request) || polls > 0) return everySecond(request, forward);
    polls += 1;
    const slower = JSON.stringify({ error: 'slow_down' });
    return answer(request, 400, 'application/json; charset=utf-8', slower);
  };
}

/** Bends the authorization response where it is issued: the `Location` that carries the code. */
function bendResponse(change: (query: URLSearchParams) => void): Bend {
  return async (request, forward) => {
    const response = await forward(request);
    const location = header(response.headers, 'location');
    const url = location === null ? null : URL.parse(location);
    if (!url?.searchParams.has('code')) return response;
    change(url.searchParams);
    return { ...response, headers: withHeader(response.headers, 'Location', url.href) };
  };
}

function isAuthorization({ method, target }: ProxiedRequest): boolean {
  return method === 'GET' && /^\/auth(\?|$)/.test(target);
}

function isTokenRequest({ method, target }: ProxiedRequest): boolean {
  return method === 'POST' && target === '/token';
}

function isTokenPreflight({ method, target }: ProxiedRequest): boolean {
  return method === 'OPTIONS' && target === '/token';
}

function withoutCors(response: ProxiedResponse): ProxiedResponse {
  const headers = withoutHeaders(response.headers, (name) => name.startsWith('access-control-'));
  return { ...response, headers };
}

function answer(
  request: ProxiedRequest,
  status: number,
  type: string,
  text: string,
): ProxiedResponse {
  const headers = [
    ['Content-Type', type],
    ['Cache-Control', 'no-store'],
    ['Access-Control-Allow-Origin', header(request.headers, 'origin') ?? '*'],
    ['Vary', 'Origin'],
    ['Date', new Date().toUTCString()],
  ] as const;
  return { status, headers, body: Buffer.from(text) };
}
