import { startsFlow } from '../../flow/facts/attempt.ts';
import { startingOrigin } from '../../flow/facts/redirect-witness.ts';
import { isRefusedFor } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { isDevelopmentHost } from '../../http/development-host.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** Names inside of a network of containers, and the address on which a server listens everywhere. */
const INSIDE = /^(?:0\.0\.0\.0|\[::\]|[^.:]+|host\.docker\.internal|.*\.(?:svc|cluster\.local))$/;

export default defineCheck({
  title: 'redirect_uri is an address of an internal network',
  severity: 'error',
  owner: 'client',
  basis: 'heuristic',
  effect: 'request-fails',
  why: 'The application built its URL from the address on which it listens, and not from the one under which browsers reach it.',
  fix: 'Set the public base URL of the application, or have it trust the X-Forwarded-Host of the proxy before it, and register that URI.',
  specs: [rfc(6749, '3.1.2')],
  explains: [
    'error-page-redirect-mismatch',
    'error-page-shown',
    'redirect-uri-origin-mismatch',
    'redirect-landing-failed',
    'network-dns-failure',
    'network-connection-refused',
    'network-timeout',
    'network-unreachable',
    'local-network-blocked',
  ],
  subject: 'authorization-request',
  *check(message, flow) {
    const sent = message.effective('redirect_uri');
    const host = parseUrl(sent ?? '')?.hostname ?? '';
    if (!sent || !/^https?:/.test(sent) || !startsFlow(message, flow) || isLoopbackHost(host))
      return;
    const origin = startingOrigin(flow);
    const page = parseUrl(origin ?? '')?.hostname ?? null;
    const isInside = INSIDE.test(host) || (page !== null && isDevelopmentHost(host));
    if (!isInside || page === host || (page !== null && isLikePage(host, page))) return;
    const refused = isRefusedFor(flow, 'redirect_uri', ['invalid_request']);
    if (!refused && !isUnreached(flow)) return;
    yield {
      at: parameter('redirect_uri'),
      observed: `redirect_uri is ${quote(sent)}${origin === null ? '' : `, and the page that started the login is at ${origin}`}; ${refused ? 'the server refused it' : 'nothing answered there'}.`,
      expected: origin === null ? 'A URI that browsers reach' : `A URI at ${origin}`,
    };
  },
});

/** Whether page and redirect URI are in the same internal network, as in a company. */
function isLikePage(host: string, page: string): boolean {
  return !INSIDE.test(host) && isDevelopmentHost(page);
}

function isUnreached({ responses }: Flow): boolean {
  const last = responses.at(-1)?.exchange;
  return last?.response === null && last.failure !== null && last.failure.reason !== 'aborted';
}
