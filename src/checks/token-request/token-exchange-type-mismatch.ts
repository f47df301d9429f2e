import { isIdToken, issuedBy } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { type TokenView, viewToken } from '../../oauth/values/jwt.ts';
import { refusesGrant } from '../../oauth/values/token-request-view.ts';
import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import { describeFault } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { REFUSALS_OF_GRANT } from '../shared/absent-parameter-check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'The token that is handed in is not of the type that the request names',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The server reads the token as the type says, and refuses what it cannot read. Usually another token of the login was taken.',
  fix: 'Hand in the token that the type names, or name the type of the token that you hand in.',
  specs: [rfc(8693, '2.1'), rfc(8693, '3'), ID_JAG],
  explains: REFUSALS_OF_GRANT,
  subject: 'token-request',
  *check(message, flow) {
    const { grant, params } = message;
    if (grant !== 'token_exchange' || !refusesGrant(message)) return;
    for (const name of ['subject_token', 'actor_token']) {
      const token = params.get(name);
      const named = tokenTypeOf(params.get(`${name}_type`));
      const seen = token && named !== null ? kindSeen(token, named, flow) : null;
      // An empty variable is no token at all, which another check tells.
      if (seen === null || describeFault(token ?? '') !== null) continue;
      yield {
        at: parameter(`${name}_type`),
        observed: `${name}_type says ${quote(named ?? '')}, and ${name} is ${seen}.`,
      };
    }
  },
});

/** What a token is instead of what its type says; null when it may be right. */
function kindSeen(token: string, named: string, flow: Flow): string | null {
  const view = viewToken(token);
  switch (named) {
    case 'id_token':
      return view.kind === 'opaque' ? notJwt(token) : accessTokenSigns(view);
    case 'jwt':
    case 'id-jag':
      return view.kind === 'opaque' ? notJwt(token) : null;
    case 'access_token':
      return isIdToken(flow, token) || hasIdTokenClaims(view) ? 'an ID token' : null;
    case 'refresh_token':
      if (issuedBy(flow, token) !== null) return 'the access token of this login';
      return hasIdTokenClaims(view) ? 'an ID token' : accessTokenSigns(view);
    case 'saml1':
    case 'saml2':
      return view.kind === 'jwt' ? 'a JWT' : null;
    default:
      return null;
  }
}

function notJwt(token: string): string {
  return /^(?:PHNhbWw|PD94bWw|PEFzc2VydGlvb|<)/.test(token) ? 'a SAML assertion' : 'no JWT';
}

/** RFC 9068 section 2.1; the claims of section 2.2.3 beside no claim of ID tokens. */
function accessTokenSigns(view: TokenView): string | null {
  if (view.kind !== 'jwt') return null;
  const { header, claims } = view.jwt;
  const isTyped = /at\+jwt$/i.test(stringMember(header, 'typ') ?? '');
  const hasScope = Object.hasOwn(claims, 'scope') || Object.hasOwn(claims, 'scp');
  return isTyped || (hasScope && !hasIdTokenClaims(view)) ? 'an access token' : null;
}

function hasIdTokenClaims(view: TokenView): boolean {
  if (view.kind !== 'jwt') return false;
  const { claims } = view.jwt;
  const has = (name: string): boolean => Object.hasOwn(claims, name);
  return ['nonce', 'at_hash', 'c_hash'].some(has) && !has('scope') && !has('scp');
}
