import { startsFlow } from '../../flow/facts/attempt.ts';
import { redirectWitness } from '../../flow/facts/redirect-witness.ts';
import type { Flow } from '../../flow/flow.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** The application does not run where the browser was sent. */
const NOT_THERE = new Set(['connection-refused', 'dns', 'timed-out', 'unknown']);

export default defineCheck({
  title: 'redirect_uri belongs to another environment than the page',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The browser is sent to an address where this application does not run, usually that of a developer’s machine. The configuration of this environment was not set.',
  fix: 'Set the redirect URI of this environment, and register it.',
  specs: [rfc(6749, '3.1.2')],
  explains: [
    'network-connection-refused',
    'network-dns-failure',
    'network-timeout',
    'redirect-landing-failed',
  ],
  subject: 'authorization-request',
  *check(message, flow) {
    const sent = message.effective('redirect_uri');
    if (!sent || !startsFlow(message, flow) || !isUnreached(flow)) return;
    const witness = redirectWitness(flow, sent);
    if (witness?.by !== 'page') return;
    yield {
      at: parameter('redirect_uri'),
      observed: `The page that started the login is at ${witness.expected}, and redirect_uri is ${quote(sent)}, where nothing answered.`,
      expected: `A redirect URI at ${witness.expected}`,
      fix: `Set the redirect URI of this environment to one at ${witness.expected}, and register it.`,
      certainty: 'likely',
    };
  },
});

/** Whether the server returned and the application was not there. */
function isUnreached({ responses }: Flow): boolean {
  const last = responses.at(-1);
  if (!last?.delivered || last.exchange.response !== null) return false;
  return last.exchange.failure !== null && NOT_THERE.has(last.exchange.failure.reason);
}
