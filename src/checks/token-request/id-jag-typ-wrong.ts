import { assertionOf } from '../../flow/facts/id-jag.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash', 'auth_time'];

export default defineCheck({
  title: 'An ID token is handed in instead of an ID-JAG',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'assertion',
  effect: 'request-fails',
  why: 'An ID token is for the client that logged the user in. The server of the resource takes an ID-JAG, which the identity provider issues in exchange for it.',
  fix: 'Exchange the ID token at the identity provider, with requested_token_type urn:ietf:params:oauth:token-type:id-jag, and send the access_token of that answer as assertion.',
  specs: [ID_JAG, rfc(7523, '3')],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check(message) {
    const jwt = message.response.error === null ? null : assertionOf(message);
    if (!jwt || !OF_ID_TOKENS.some((name) => Object.hasOwn(jwt.claims, name))) return;
    const { typ } = jwt.header;
    if (typ !== undefined && String(typ).toUpperCase() !== 'JWT') return;
    const [aud] = audiences(jwt.claims);
    yield {
      at: parameter('assertion'),
      observed: `The assertion is an ID token${aud === undefined ? '' : ` for the client ${quote(aud)}`}: its typ is ${typ === undefined ? 'missing' : quote(String(typ))}, and the one of an ID-JAG is "oauth-id-jag+jwt".`,
      expected: 'typ "oauth-id-jag+jwt"',
    };
  },
});
