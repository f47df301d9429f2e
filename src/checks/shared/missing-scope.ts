import { scopesOf } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Grant } from '../../oauth/values/grants.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/** Why a token lacks the scopes that an API wants, as the rest of a sentence, and what to do. */
export function missingScope(
  wanted: readonly string[],
  token: string,
  flow: Flow,
): Pick<Evidence, 'told' | 'fix' | 'owner'> {
  if (wanted.length === 0) return { told: '', fix: ASK_API };
  const have = scopesOf(flow, token);
  const commas = joinedByCommas(token);
  if (commas !== null && wanted.every((name) => commas.split(',').includes(name))) {
    return {
      told: `: ${quote(commas)} is one name, because scopes are separated by spaces and not by commas`,
      owner: 'authorization server',
      fix: 'Have the server separate the scopes in the token by spaces (RFC 9068 section 2.2.3), and the client those that it asks for.',
    };
  }
  if (have && wanted.every((name) => have.includes(name))) {
    return {
      told: ', so nothing is missing',
      owner: 'resource server',
      fix: 'Check how the API reads the scopes of the token: from the claim scope, as names separated by spaces and not by commas, and exactly as they are written.',
    };
  }
  const missing = wanted.filter((name) => have?.includes(name) !== true);
  const near = missing.flatMap((name) => {
    const like = have?.find((one) => isAlike(one, name));
    return like === undefined ? [] : [`${quote(like)} is not ${quote(name)}`];
  });
  const told = near.length > 0 ? `; ${list(near)}` : '';
  const names = list(missing.map((one) => quote(one, 80)));
  if (missing.every((name) => askedScopes(flow).has(name))) {
    return {
      told: `${told}; it was asked for and not granted`,
      owner: 'authorization server',
      fix: `Allow ${names} for this client and this user at the authorization server, then get a new token.`,
    };
  }
  return { told, fix: `${askFor(names, flow.grant)}, and call the API with the new token.` };
}

const ASK_API =
  'Look up the scope of this operation in the documentation of the API, ask for it, and use the new token.';

/** Where a grant asks for its scopes. */
function askFor(names: string, grant: Grant): string {
  switch (grant) {
    case 'client_credentials':
    case 'password':
    case 'saml_bearer':
      return `Ask for ${names} with scope in the token request`;
    case 'jwt_bearer':
    case 'token_exchange':
      return `Ask for ${names} with scope in the token request, and in the request for the token or the assertion that it hands in`;
    case 'device_code':
      return `Ask for ${names} with scope in the device authorization request`;
    case 'ciba':
      return `Ask for ${names} with scope in the backchannel authentication request`;
    default:
      return `Add ${names} to scope of the authorization request`;
  }
}

function askedScopes({ request, tokenRequests }: Flow): ReadonlySet<string> {
  const asked = [
    request?.effective('scope'),
    ...tokenRequests.map(({ params }) => params.get('scope')),
  ];
  return new Set(asked.flatMap((scope) => scope?.split(/\s+/) ?? []));
}

/** A scope claim that has commas and no spaces. */
function joinedByCommas(token: string): string | null {
  const scope = jwtOf(token)?.claims.scope;
  return typeof scope === 'string' && scope.includes(',') && !/\s/.test(scope) ? scope : null;
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || describeDifference(one, other) !== null;
}
