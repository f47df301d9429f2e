import {
  header,
  type ProxiedRequest,
  type ProxiedResponse,
  type Rewrite,
  withHeader,
} from './proxy.ts';

/** Endpoints that oidc-provider meant for servers and that pages of this playground call. */
const FOR_SERVERS = /^\/(?:reg(?:\/|$)|backchannel$)/;

/**
 * Adds what the proxy does in every scenario: CORS for endpoints that pages call, and no cached
 * preflights.
 */
export function atTheFront(rewrite: Rewrite, app: string): Rewrite {
  return async (request, forward) => {
    if (FOR_SERVERS.test(request.target))
      return withCors(request, app, () => rewrite(request, forward));
    const response = await rewrite(request, forward);
    return request.method === 'OPTIONS' ? eachTime(response) : response;
  };
}

/**
 * Removes the lifetime of a preflight. Browsers cache preflights (Fetch section 4.9), and each run
 * must show its own.
 */
function eachTime(response: ProxiedResponse): ProxiedResponse {
  return { ...response, headers: withHeader(response.headers, 'Access-Control-Max-Age', '0') };
}

async function withCors(
  request: ProxiedRequest,
  app: string,
  ask: () => Promise<ProxiedResponse>,
): Promise<ProxiedResponse> {
  const allowed = [
    ['Access-Control-Allow-Origin', app],
    ['Vary', 'Origin'],
  ] as const;
  if (request.method !== 'OPTIONS') {
    const response = await ask();
    return { ...response, headers: [...response.headers, ...allowed] };
  }
  const wanted = header(request.headers, 'access-control-request-headers') ?? '';
  const headers = [
    ...allowed,
    ['Access-Control-Allow-Headers', wanted],
    ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE'],
    ['Access-Control-Max-Age', '0'],
  ] as const;
  return { status: 204, headers, body: Buffer.alloc(0) };
}
