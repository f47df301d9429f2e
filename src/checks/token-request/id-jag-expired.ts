import { refusedIdJag } from '../../flow/facts/id-jag.ts';
import { serverTime } from '../../flow/facts/id-token.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { claim, defineCheck, rfc } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

/** Clocks may differ by so much when the server did not tell its time. */
const LEEWAY = 60_000;

export default defineCheck({
  title: 'The ID-JAG had expired when it was handed in',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'assertion',
  effect: 'request-fails',
  why: 'An ID-JAG lives for minutes. It is made to be handed in right after the token exchange.',
  fix: 'Repeat the token exchange, and hand the new ID-JAG in at once.',
  specs: [ID_JAG, rfc(7523, '3')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check(message) {
    const jwt = refusedIdJag(message);
    const exp = jwt ? numericClaim(jwt.claims, 'exp') : null;
    if (!jwt || exp === null) return;
    const told = serverTime(message.exchange);
    const late = (told ?? message.exchange.startedAt) - exp * 1_000;
    if (late < (told === null ? LEEWAY : 0)) return;
    const iat = numericClaim(jwt.claims, 'iat');
    const life = iat === null ? '' : `, ${span((exp - iat) * 1_000)} after it had been issued`;
    yield {
      at: claim('exp'),
      observed: `The ID-JAG expired ${span(late)} before this request${life}.`,
      expected: 'A request before exp',
    };
  },
});
