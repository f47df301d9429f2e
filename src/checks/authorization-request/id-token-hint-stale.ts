import { startsFlow } from '../../flow/facts/attempt.ts';
import { serverTime } from '../../flow/facts/id-token.ts';
import { isRefusedFor } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, oidc, parameter } from '../check.ts';

const ERRORS = ['login_required', 'interaction_required', 'invalid_request', 'access_denied'];

export default defineCheck({
  title: 'id_token_hint is not of this login',
  severity: 'info',
  owner: 'client',
  basis: 'computed',
  token: 'id_token_hint',
  why: 'The hint tells the server which user and session are meant. Servers may refuse one that they did not issue, that is of another client, or that has expired.',
  fix: 'Send the ID token of the last login of this client at this server, or leave id_token_hint out.',
  specs: [oidc('3.1.2.1'), oidc('3.1.2.2')],
  subject: 'authorization-request',
  *check(message, flow) {
    const hint = jwtOf(message.effective('id_token_hint'));
    if (!hint || !startsFlow(message, flow) || !isRefusedFor(flow, 'id_token_hint', ERRORS)) return;
    const odd = oddity(hint, message, flow);
    if (odd === null) return;
    yield {
      at: parameter('id_token_hint'),
      observed: `The ID token in id_token_hint ${odd}.`,
      expected: 'An ID token of this server for this client',
    };
  },
});

function oddity({ claims }: Jwt, message: AuthorizationRequest, flow: Flow): string | null {
  const issuer = stringMember(flow.metadata?.metadata ?? null, 'issuer');
  const iss = stringMember(claims, 'iss');
  if (issuer !== null && iss !== null && iss !== issuer)
    return `comes from ${quote(iss)}, and the server is ${quote(issuer)}`;
  const client = message.effective('client_id');
  const aud = audiences(claims);
  if (client && aud.length > 0 && !aud.includes(client))
    return `is for ${quote(aud[0] ?? '')}, and the client is ${quote(client)}`;
  const exp = numericClaim(claims, 'exp');
  const now = serverTime(message.exchange) ?? message.exchange.startedAt;
  return exp !== null && exp * 1_000 < now ? `expired ${span(now - exp * 1_000)} ago` : null;
}
