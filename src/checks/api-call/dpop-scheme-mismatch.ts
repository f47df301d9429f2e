import { boundThumbprint } from '../../flow/facts/dpop-keys.ts';
import { wantsDpopNonce } from '../../flow/facts/dpop-proofs.ts';
import { issuedBy, type TokenUse } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue, headerValues } from '../../http/headers.ts';
import { parseChallenges } from '../../http/www-authenticate.ts';
import { authorizationOf } from '../../oauth/values/authorization-header.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, header, type Report, rfc } from '../check.ts';

export default defineCheck({
  title: 'The access token is presented in another way than it was issued for',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A token that is bound to a key goes with Authorization: DPoP and a proof in the header DPoP; any other token goes with Authorization: Bearer.',
  fix: 'Send Authorization: DPoP with the token, and a proof with its ath in the header DPoP.',
  specs: [rfc(9449, '7.1'), rfc(9449, '7.2')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const presented = authorizationOf(message.exchange);
    if (presented === null || refusedWith(message.exchange) !== 401) return;
    if (wantsDpopNonce(message)) return;
    yield* presented.scheme === 'bearer'
      ? asBearer(message, flow, presented.token)
      : asDpop(message, flow, presented.token);
  },
});

function* asBearer({ exchange }: TokenUse, flow: Flow, token: string): Iterable<Report> {
  const type = issuedType(flow, token);
  const jkt = boundThumbprint(token);
  if (jkt !== null || type?.toLowerCase() === 'dpop') {
    yield {
      at: header('Authorization'),
      observed: `The token is bound to a key (${jkt === null ? `token_type was ${quote(type ?? '')}` : `cnf has jkt ${quote(jkt)}`}), and the call presents it as Bearer.`,
      expected: 'Authorization: DPoP …',
    };
    return;
  }
  const schemes = parseChallenges(
    headerValues(exchange.response?.headers ?? [], 'www-authenticate').join('\n'),
  ).map(({ scheme }) => scheme);
  if (!schemes.includes('dpop') || schemes.includes('bearer')) return;
  yield {
    at: header('Authorization'),
    title: 'The API takes only tokens that are bound to a key',
    observed: 'The call presents a Bearer token, and the only challenge of the API is DPoP.',
    expected: 'Authorization: DPoP …',
    fix: 'Send a DPoP proof in the token request, so that the server binds the token to your key; then call with Authorization: DPoP and a proof.',
  };
}

function* asDpop({ exchange }: TokenUse, flow: Flow, token: string): Iterable<Report> {
  const { headers, headersComplete } = exchange.request;
  if (headerValue(headers, 'dpop') === null) {
    yield headersComplete
      ? {
          at: header('DPoP'),
          observed: 'The call has Authorization: DPoP, and no proof in the header DPoP.',
          expected: 'DPoP: a proof for this call',
        }
      : cannotTell('The recording leaves out request headers, perhaps DPoP too.');
    return;
  }
  const type = issuedType(flow, token);
  if (type?.toLowerCase() !== 'bearer' || boundThumbprint(token) !== null) return;
  yield {
    at: header('Authorization'),
    observed: 'The token was issued with token_type "Bearer", and the call presents it as DPoP.',
    expected: 'Authorization: Bearer …',
    fix: 'Send a DPoP proof in the token request as well, and look at token_type of its answer; or call with Authorization: Bearer.',
  };
}

/** token_type of the answer that brought the token; null when it was not recorded. */
function issuedType(flow: Flow, token: string): string | null {
  return stringMember(issuedBy(flow, token)?.response.json ?? null, 'token_type');
}
