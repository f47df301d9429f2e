import { leastBetween } from '../../flow/facts/moments.ts';
import { span } from '../../words/times.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

const SHORTEST = 60_000;
const RECOMMENDED_MAXIMUM = 600_000;

export default defineCheck({
  title: 'Authorization code redeemed too late',
  severity: 'warning',
  owner: 'client',
  basis: 'heuristic',
  effect: 'request-fails',
  why: 'Codes live for seconds to minutes: ten minutes at most are recommended, one minute is a common setting. A breakpoint in the callback is enough to miss it.',
  fix: 'Redeem the code as soon as the callback is called, and start the login again.',
  specs: [rfc(6749, '4.1.2')],
  explains: ['token-error-invalid-grant'],
  subject: 'token-request',
  *check({ params, exchange, response }, { responses, facts, messages }) {
    const code = params.get('code');
    if (!code || response.error !== 'invalid_grant') return;
    const own = facts.pkce.find((fact) => messages[fact.message]?.exchange.id === exchange.id);
    if (own?.matches === false) return;
    const issue = responses.find((one) => one.params.get('code') === code);
    if (!issue) return;
    const issuing = issue.issuedBy ?? issue.exchange;
    if (exchange.startedAt - issuing.startedAt <= SHORTEST) return;
    const delay = leastBetween(issuing, exchange);
    if (delay <= SHORTEST) {
      yield cannotTell('The two times come from two recorders whose clocks could not be compared.');
      return;
    }
    yield {
      at: parameter('code'),
      observed: `The code was sent to the token endpoint ${span(delay)} after it had been issued.`,
      expected: 'Seconds',
      certainty: 'likely',
      severity: delay > RECOMMENDED_MAXIMUM ? 'error' : 'warning',
    };
  },
});
