import {
  type Bend,
  header,
  type ProxiedRequest,
  type ProxiedResponse,
  withHeader,
} from './proxy.ts';

/** Endpoints that oidc-provider keeps for servers, and that pages of this playground call. */
const FOR_SERVERS = /^\/(?:reg(?:\/|$)|backchannel$)/;

/** What stands between browsers and the authorization server whatever the scenario. */
export function atTheFront(bend: Bend, app: string): Bend {
  return async (request, forward) => {
    if (FOR_SERVERS.test(request.target))
      return withCors(request, app, () => bend(request, forward));
    const response = await bend(request, forward);
    return request.method === 'OPTIONS' ? eachTime(response) : response;
  };
}

/** Browsers remember preflights (Fetch section 4.9); here each run is to show its own. */
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
