import { parameterEntry } from '../../oauth/registry/parameters.ts';
import { isTime, looksRandom } from '../../oauth/registry/random-looking.ts';
import { classifyParameter } from '../../oauth/registry/secrecy.ts';
import { isHidden } from '../../oauth/registry/secrecy-class.ts';
import type { Nature } from './compared.ts';

/** Values that a client or a server makes anew for each attempt, and must. */
const ONCE = new Set([
  'state',
  'nonce',
  'code',
  'code_challenge',
  'code_verifier',
  'client_assertion',
  'device_code',
  'user_code',
  'auth_req_id',
  'DPoP proof',
]);

/** Values that differ between attempts, but may also be the same. */
const OWN = new Set(
  `access_token refresh_token id_token id_token_hint logout_token token subject_token actor_token
   assertion request response session_state sid jti iat exp nbf auth_time updated_at at_hash c_hash
   s_hash ath cnf jkt dpop_jkt verification_uri_complete authorization_code auth_code credential
   registration_access_token registration_client_uri client_id_issued_at rh uti xms_ftd aio rat
   timestamp trace_id correlation_id`.split(/\s+/),
);

/** Shorter values are words and numbers. */
const SHORTEST_RANDOM = 10;

/** How a parameter or a member may relate to that of another attempt. */
export function natureOf(name: string, value: string): Nature {
  if (ONCE.has(name)) return 'once';
  if (name === 'request_uri') return value.startsWith('urn:') ? 'once' : 'plain';
  if (OWN.has(name)) return 'own';
  if (parameterEntry(name) !== null) return 'plain';
  const made = isTime(value) || looksRandom(value, SHORTEST_RANDOM);
  return made || isHidden(classifyParameter(name, value).secrecy) ? 'own' : 'plain';
}

/** The same for a claim. Unknown ones identify users and tenants, so random values count too. */
export function natureOfClaim(name: string): Nature {
  return OWN.has(name) || ONCE.has(name) ? 'own' : 'plain';
}

/** Lists whose order has no meaning (RFC 6749 sections 3.1.1 and 3.3). */
export const SETS: ReadonlySet<string> = new Set(['scope', 'scp', 'response_type', 'prompt']);
/** Texts of a server, which contain times and the ids of its log. */
const TEXTS = new Set(['error_description', 'message', 'detail', 'error_uri']);

/** What is compared of a value. Undefined when it is the value as it was sent. */
export function comparedKey(name: string, value: string): string | undefined {
  if (SETS.has(name)) return value.split(/\s+/).toSorted().join(' ');
  return TEXTS.has(name) ? withoutIds(value) : undefined;
}

const MAX_TEXT = 4_000;

/** A text without the parts that were made by chance, and without times. */
export function withoutIds(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .split(/([^\w:-]+)/)
    .map((part) => (/\d/.test(part) && (isTime(part) || looksRandom(part, 8)) ? '…' : part))
    .join('')
    .replace(/\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, '…');
}

/** The name of a cookie without a part that was made by chance: `.Correlation.…`. */
export function cookieFamily(name: string): string {
  return name
    .split(/([._-]+)/)
    .map((part) => (looksRandom(part, 8) ? '…' : part))
    .join('');
}
