import { originalOf } from '../../flow/facts/damaged-token.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import { isOAuthToken, succeededLater } from '../../flow/facts/token-use.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusWords } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { ownErrorOf } from '../../oauth/values/own-error.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';
import { byGateway } from '../shared/answered-by.ts';
import { withEvidence } from '../shared/evidence.ts';
import { tokenEvidence } from '../shared/token-evidence.ts';

/**
 * These errors are not about the token: the proof lacks a nonce (RFC 9449), or the login was too
 * weak (RFC 9470).
 */
const NOT_THE_TOKEN = new Set(['use_dpop_nonce', 'insufficient_user_authentication']);

export default defineCheck({
  title: 'API refuses the access token',
  severity: 'error',
  owner: 'resource server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The API could not accept the token: expired, for another audience, from another issuer, signed with a key it does not know, or not an access token at all.',
  fix: 'Compare iss, aud and exp of the token with the settings of the API, character by character.',
  specs: [rfc(6750, '3.1')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange, token } = message;
    const { response } = exchange;
    if (!response || token === null || refusedWith(exchange) !== 401) return;
    if (!isOAuthToken(flow, message) && originalOf(flow, token) === null) return;
    const challenge = bearerChallenge(exchange);
    if (challenge?.error && NOT_THE_TOKEN.has(challenge.error)) return;
    const said = challenge?.error
      ? `: ${quote(challenge.error, 60)}${challenge.description ? `, ${quote(challenge.description)}` : ''}`
      : saidInBody(exchange);
    const claims = jwtOf(token)?.claims ?? null;
    const iss = stringMember(claims, 'iss');
    const about = claims
      ? ` The token has ${iss ? `iss ${quote(iss)}` : 'no iss'} and ${
          audiences(claims).length > 0
            ? `aud ${list(
                audiences(claims)
                  .slice(0, 4)
                  .map((one) => quote(one)),
              )}`
            : 'no aud'
        }.`
      : '';
    const observed = `The API answered ${statusWords(response)}${said}.${about}`;
    yield {
      at: header('WWW-Authenticate'),
      ...withEvidence(observed, tokenEvidence(token, challenge, flow)),
      ...(challenge?.error ? {} : byGateway(exchange)),
      // A token that is refused, refreshed and then accepted is normal.
      ...(succeededLater(flow, message) || isRenewed(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

/** What the API says in the body, when its challenge says nothing. */
function saidInBody(exchange: Exchange): string {
  const own = ownErrorOf(parseJsonObject(responseText(exchange) ?? ''));
  const words = own?.words ?? own?.code;
  return words ? `: ${quote(words)}` : ' without saying why';
}
