import { serverTime } from '../../flow/facts/id-token.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import { aheadOfClient, clockAhead } from '../../flow/facts/server-clock.ts';
import { refusedJwt } from '../../flow/facts/token-refusal.ts';
import { issuedBy, succeededLater, type TokenUse } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { type Jwt, numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { claim, defineCheck, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

/** `Date` has whole seconds, and so have the claims. */
const ROUNDING = 2_000;

export default defineCheck({
  title: 'The access token is from the future for the API',
  severity: 'error',
  owner: 'resource server',
  basis: 'computed',
  token: 'access_token',
  effect: 'request-fails',
  why: 'An API refuses a token before the moment in nbf, and many do before iat. A token that was just issued is from the future where a clock is behind.',
  fix: 'Set the clock of the API by NTP, and have it allow 60 s of difference when it checks nbf and iat.',
  specs: [rfc(7519, '4.1.5'), rfc(6750, '3.1')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const refused = refusedJwt(message);
    if (!refused) return;
    const { jwt, fault } = refused;
    if (fault !== null && fault !== 'not yet valid') return;
    const start = startOf(jwt);
    const time = serverTime(message.exchange);
    const early = start && time !== null ? start.at - time : null;
    const said = fault === 'not yet valid';
    const name = start?.name ?? 'nbf';
    const computed = early !== null && early >= ROUNDING;
    if (!computed && !said) return;
    yield {
      at: claim(name),
      observed: `${apiAnswer(message.exchange)}${computed ? ` ${name} of the token is ${span(early)} after the time of the API.` : ''}`,
      ...clocks(message, flow),
      ...(said ? (computed ? {} : { basis: 'reported' }) : { certainty: certaintyOf(name) }),
      ...(succeededLater(flow, message) || isRenewed(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

/** RFC 7519 has APIs check nbf. That they check iat is common, but nowhere required. */
function certaintyOf(name: string): 'certain' | 'likely' {
  return name === 'nbf' ? 'certain' : 'likely';
}

function startOf({ claims }: Jwt): { readonly name: string; readonly at: number } | null {
  for (const name of ['nbf', 'iat']) {
    const seconds = numericClaim(claims, name);
    if (seconds !== null) return { name, at: seconds * 1_000 };
  }
  return null;
}

/** Which of the two servers has the wrong clock, by the clock of the client. */
function clocks({ exchange, token }: TokenUse, flow: Flow): Partial<Observation> {
  const issue = token === null ? null : issuedBy(flow, token);
  const behind = issue ? clockAhead(exchange, issue.exchange) : null;
  if (!issue || behind === null || behind >= 0) return {};
  const expected = `clocks less than 60 s apart; that of the API is ${span(behind)} behind that of the authorization server`;
  const server = aheadOfClient(issue.exchange);
  return aheadOfClient(exchange) === 0 && server !== null && server > 0
    ? {
        expected,
        owner: 'authorization server',
        fix: `Set the clock of the authorization server by NTP: it is ${span(server)} ahead, and the API and this browser agree.`,
      }
    : { expected };
}
