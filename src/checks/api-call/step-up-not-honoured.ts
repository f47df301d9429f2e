import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { type Demand, demandOf, demandsFor } from '../../flow/facts/login-demand.ts';
import { succeededLater, type TokenUse } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, header, type Observation, rfc } from '../check.ts';

export default defineCheck({
  title: 'The demand for a stronger login is not met',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The API says how the user has to be authenticated. As long as no authorization request repeats that, or its server ignores it, every new token is refused like the last.',
  fix: 'Copy acr_values and max_age of the challenge into a new authorization request, and stop after one more refusal.',
  specs: [rfc(9470, '4'), rfc(9470, '5')],
  explains: ['step-up-required', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const demand = refusedWith(message.exchange) === null ? null : demandOf(message.exchange);
    if (!demand || succeededLater(flow, message)) return;
    const found = askedInVain(message, demand, flow) ?? repeated(message, demand, flow);
    if (found) yield { at: header('WWW-Authenticate'), ...found };
  },
});

/** This login was for the demand, and the API still makes it. */
function askedInVain(message: TokenUse, demand: Demand, flow: Flow): Observation | null {
  const asked = flow.request?.effective('acr_values')?.split(/\s+/) ?? [];
  const wanted = demand.acrValues;
  if (wanted.length === 0 || !wanted.every((value) => asked.includes(value))) return null;
  const issued = flow.tokenRequests.findLast((one) => idTokenJwt(one) !== null);
  const claims = jwtOf(message.token)?.claims ?? (issued ? idTokenJwt(issued)?.claims : null);
  const acr = stringMember(claims ?? null, 'acr');
  const reached = acr !== null && wanted.includes(acr);
  const has = acr === null ? 'no acr' : `acr ${quote(acr, 80)}`;
  return {
    observed: `The login asked for acr_values=${quote(wanted.join(' '))}. The token has ${has}, and the API asks for it again.`,
    expected: `acr ${quote(wanted[0] ?? '', 80)}`,
    owner: reached ? 'resource server' : 'authorization server',
    fix: reached
      ? 'Check how the API reads acr: the token has the value that it asks for.'
      : `Have the server map ${quote(wanted.join(' '))} to an authentication that this user can do, and put acr into the access token.`,
  };
}

/** The call is repeated, and no authorization request has what the API asks for. */
function repeated(message: TokenUse, demand: Demand, flow: Flow): Observation | null {
  const all = demandsFor(flow, message);
  if (!all || all.first !== message || all.count < 2) return null;
  if (flow.recording.steppedUp(message.exchange, flow.client)) return null;
  // Where the demand is encoded, the request for it is not recognised.
  if (demand.acrValues.length === 0 && demand.maxAge === null) return null;
  const { method, url } = message.exchange.request;
  return {
    observed: `${method} ${withoutQuery(url)} was refused ${all.count} times within ${span(all.last.exchange.startedAt - message.exchange.startedAt)}, each time with the demand for ${list(demand.parameters)}, and no authorization request has that.`,
    expected: `An authorization request with ${list(demand.parameters)}`,
  };
}
