import { type ParameterClass, parameterClass } from '../oauth/registry/parameters.ts';
import type { Kind } from './reach.ts';

/** What a name says of its value: whose it is and what its placeholder is called. */
export interface Sort {
  readonly kind: Kind;
  readonly label: string;
}

/** Claims and members that the registry of parameters has no word for. */
const PERSONAL = new Set(
  (
    'middle_name gender website profile ipaddr client_ip ip_address login winaccountname onprem_sid puid uid userid ' +
    'cognito:username user_name mail upn display_name displayname full_name fullname firstname first_name lastname last_name ' +
    'mobile mobile_phone street_address postal_code formatted device_id deviceid x-forwarded-for forwarded ' +
    'cf-connecting-ip true-client-ip x-real-ip x-fapi-customer-ip-address from'
  ).split(' '),
);
/** Values that are bound to one token or session, a hash of a token among them. */
const ONE_TIME = new Set(
  'at_hash c_hash s_hash ath uti rh origin_jti pre-authorized_code tx_code dpop-nonce csrf _csrf xsrf'.split(
    ' ',
  ),
);
const TELLING =
  /token|secret|passw|pwd|assertion|api-?_?key|csrf|xsrf|session|credential|signature|auth|jwt|ticket/i;
/** Names that describe: `token_type`, `token_endpoint`, `session_lifetime`. */
const DESCRIBING =
  /(?:^|[_-])(?:types?|methods?|endpoint|supported|ur[il]s?|in|at|time|lifetime|age|count|name|mode|version|alg|enc|required|expires|expiry|expiration|level|status|enabled|state)$/i;

const LABELS: Readonly<Record<string, string>> = {
  authorization_code: 'code',
  passwd: 'password',
  username_password: 'password',
};

/** The class of a parameter, member or claim, however its name is spelled. */
export function sortOf(name: string): Sort | 'public' | 'unknown' {
  const bare = /\[([^\]]{1,64})\]$/.exec(name)?.[1] ?? name;
  const snake = bare.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  for (const spelling of [bare, bare.toLowerCase(), snake]) {
    const found = sortOfClass(parameterClass(spelling), spelling);
    if (found !== 'unknown') return found;
    if (PERSONAL.has(spelling)) return { kind: 'person', label: 'person' };
    if (ONE_TIME.has(spelling)) return { kind: 'one-time', label: labelOf(spelling) };
  }
  if (!TELLING.test(bare) || DESCRIBING.test(snake)) return 'unknown';
  return { kind: 'secret', label: 'value' };
}

function sortOfClass(cls: ParameterClass, name: string): Sort | 'public' | 'unknown' {
  switch (cls) {
    case 'secret':
    case 'one-time':
      return { kind: cls, label: labelOf(name) };
    case 'personal':
      return { kind: 'person', label: 'person' };
    case 'identifier':
    case 'public':
      return 'public';
    default:
      return 'unknown';
  }
}

/** Only names of the registries come here, so that a placeholder never carries a name that a server chose. */
function labelOf(name: string): string {
  return (
    LABELS[name] ??
    name
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-/, '')
      .toLowerCase()
  );
}
