import type { Grant } from '../../oauth/values/grants.ts';
import { type JsonObject, jsonText } from '../../oauth/values/json.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, member, rfc } from '../check.ts';

const LOST =
  'The answer has neither access_token nor error, and its status was not recorded: it may be a refusal.';

export default defineCheck({
  title: 'Token response has no access_token',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The answer looks like a success, but lacks the token that it is about.',
  fix: 'Ask for a scope that yields an access token, or read the token from where this server puts it.',
  specs: [rfc(6749, '5.1')],
  aliases: ['token-response-wrapped'],
  subject: 'token-request',
  *check(message) {
    const { exchange, response } = message;
    if (exchange.delivered === false) return;
    if (exchange.response?.status === null && response.outcome === 'unknown' && response.json) {
      yield cannotTell(LOST);
      return;
    }
    if (!isSuccess(message)) return;
    if (response.outcome === 'unknown' && exchange.response?.status === 200) {
      yield cannotTell('The body of the token response was not recorded.');
      return;
    }
    const { json, error, accessToken, idToken } = response;
    if (!json || error !== null || accessToken || json.ok === false) return;
    if (response.outcome === 'decision' || (idToken && isForService(message.grant))) return;
    const elsewhere = nested(json);
    yield {
      at: member('access_token'),
      observed: `${emptyOf(json)}The answer has ${members(json)}${elsewhere ? `; a token stands in ${elsewhere}` : ''}.`,
      expected: 'A member access_token with a string',
      // Some servers leave it out when only openid was asked for.
      severity: idToken ? 'warning' : 'error',
    };
  },
});

/** A member that is there without a token in it. */
function emptyOf(json: JsonObject): string {
  if (!Object.hasOwn(json, 'access_token')) return '';
  const { access_token: token } = json;
  const word = token === '' ? 'an empty string' : jsonText(token).slice(0, 60);
  return `access_token is ${word}. `;
}

/**
 * Whether the grant may ask for an ID token alone: service accounts present one to another service,
 * whose address they name as audience. A login and its refresh always bring an access token.
 */
function isForService(grant: Grant | null): boolean {
  return grant !== 'authorization_code' && grant !== 'refresh_token';
}

function members(json: JsonObject): string {
  const names = Object.keys(json).slice(0, 10);
  return names.length === 0
    ? 'no members'
    : `the members ${list(names.map((name) => quote(name, 40)))}`;
}

/** Finds the token inside the wrappers and under the names that gateways give it. */
function nested(json: JsonObject): string | null {
  for (const name of ['accessToken', 'token', 'access-token']) {
    if (typeof json[name] === 'string') return name;
  }
  for (const wrapper of ['data', 'result', 'response', 'authed_user', 'tokens']) {
    const inner = json[wrapper];
    if (typeof inner !== 'object' || inner === null) continue;
    const name = ['access_token', 'accessToken'].find((one) => Object.hasOwn(inner, one));
    if (name) return `${wrapper}.${name}`;
  }
  return null;
}
