import type { Forward, ProxiedRequest, ProxiedResponse, Rewrite } from '../proxy.ts';
import { answer, isAuthorization, isTokenRequest } from './requests.ts';

/** Features that oidc-provider lacks. */
export const completions: Readonly<Record<string, Rewrite>> = {
  // oidc-provider leaves the interval to its default of five seconds (RFC 8628 section 3.2).
  ciba: everySecond,
  'ciba-ping': everySecond,
  device: everySecond,
  'device-denied': everySecond,
  'device-expired': everySecond,
  // keycloak-js asks with credentials. Keycloak allows that and oidc-provider does not.
  'keycloak-js': async (request, forward) => {
    const response = await forward(request);
    const { headers } = response;
    const allowed = ['Access-Control-Allow-Credentials', 'true'] as const;
    return isTokenRequest(request) ? { ...response, headers: [...headers, allowed] } : response;
  },
};

/** Decides which of two simultaneous requests finds the code still unused. It is not a fault. */
export function oneTokenRequestAtATime(): Rewrite {
  let previous: Promise<unknown> = Promise.resolve();
  return (request, forward) => {
    if (!isTokenRequest(request)) return forward(request);
    const response = previous.then(() => forward(request));
    previous = response.catch(() => null);
    return response;
  };
}

/**
 * Adds request objects by reference (RFC 9101 section 5.2.3). oidc-provider takes them by value
 * only.
 */
export function takesReferences(
  fetchFromClient: (url: string, init: object) => Promise<Response>,
): Rewrite {
  return async (request, forward) => {
    const url = new URL(request.target, 'http://localhost');
    const reference = url.searchParams.get('request_uri');
    if (!isAuthorization(request) || reference === null) return forward(request);
    url.searchParams.delete('request_uri');
    url.searchParams.set('request', await (await fetchFromClient(reference, {})).text());
    return forward({ ...request, target: url.pathname + url.search });
  };
}

async function everySecond(request: ProxiedRequest, forward: Forward): Promise<ProxiedResponse> {
  const response = await forward(request);
  const asks = request.target === '/device/auth' || request.target === '/backchannel';
  if (!asks || response.status !== 200) return response;
  const issued = JSON.parse(response.body.toString()) as object;
  return { ...response, body: Buffer.from(JSON.stringify({ ...issued, interval: 1 })) };
}

/** Answers the first poll with `slow_down` (RFC 8628 section 3.5). oidc-provider never does. */
export function polledTooFast(): Rewrite {
  let polls = 0;
  return async (request, forward) => {
    if (!isTokenRequest(request) || polls > 0) return everySecond(request, forward);
    polls += 1;
    const slower = JSON.stringify({ error: 'slow_down' });
    return answer(request, 400, 'application/json; charset=utf-8', slower);
  };
}
