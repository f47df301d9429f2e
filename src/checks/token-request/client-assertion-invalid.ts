import { earlierAssertion, refusesAssertion } from '../../flow/facts/client-assertion.ts';
import { issuerOfEndpoint } from '../../flow/facts/id-jag.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { jsonList, stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, viewToken } from '../../oauth/values/jwt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { claim, defineCheck, type Observation, oidc, parameter, rfc } from '../check.ts';
import { wrongTimes } from '../shared/assertion-claims.ts';

const NAME = 'the client assertion';
const URN = 'urn:ietf:params:oauth:client-assertion-type:';
const TYPES = [`${URN}jwt-bearer`, `${URN}saml2-bearer`];

export default defineCheck({
  title: 'The client assertion has a claim that the server may refuse',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'client_assertion',
  effect: 'request-fails',
  why: 'A client assertion is a JWT of the client about itself, for this server and for minutes. Servers refuse it without saying which claim is wrong.',
  fix: 'Send iss and sub with the client_id, aud with the issuer, a new jti, and an exp in some minutes.',
  specs: [rfc(7523, '3'), rfc(7521, '4.2'), oidc('9')],
  explains: [
    'token-error-invalid-client',
    'token-error-invalid-request',
    'token-error-invalid-grant',
    'token-error-unauthorized-client',
    'token-error-nonstandard-shape',
  ],
  subject: 'token-request',
  *check(message, flow) {
    if (!refusesAssertion(message)) return;
    const sent = message.params.get('client_assertion') ?? '';
    const found = wrongType(message) ?? (sent === '' ? null : faultOf(sent, message, flow));
    if (found) yield found;
  },
});

function wrongType({ params }: TokenRequest): Observation | null {
  const sent = params.get('client_assertion');
  const type = params.get('client_assertion_type');
  if (!sent && !type) return null;
  if (sent && type && TYPES.includes(type)) return null;
  if (!sent) {
    return {
      at: parameter('client_assertion'),
      title: 'The request names a client assertion and has none',
      observed: `client_assertion_type is ${quote(type ?? '')}, and client_assertion is ${sent === '' ? 'empty' : 'missing'}.`,
      fix: 'Send the signed JWT as client_assertion: look for the key that the client could not read.',
    };
  }
  return {
    at: parameter('client_assertion_type'),
    title: 'The type of the client assertion is not one that exists',
    observed: `client_assertion_type is ${type ? quote(type) : 'missing'}.`,
    expected: quote(`${URN}jwt-bearer`),
    fix: `Send client_assertion_type=${URN}jwt-bearer.`,
  };
}

function faultOf(sent: string, message: TokenRequest, flow: Flow): Observation | null {
  if (message.params.get('client_assertion_type') === TYPES[1]) return null;
  const view = viewToken(sent);
  if (view.kind === 'encrypted') return null;
  if (view.kind !== 'jwt') {
    return {
      at: parameter('client_assertion'),
      title: 'The client assertion is no signed JWT',
      observed: `client_assertion is ${view.kind === 'malformed' ? `damaged: ${view.reason}` : 'no JWT'}.`,
      fix: 'Send the JWT in its compact form: three base64url parts joined by dots, and nothing around it.',
    };
  }
  const { jwt } = view;
  const { exchange, params } = message;
  return (
    unsigned(jwt) ??
    otherName(jwt, params.get('client_id')) ??
    wrongTimes(jwt, exchange, NAME) ??
    replayed(message, flow) ??
    otherAudience(jwt, exchange.request.url, issuerOfEndpoint(message, flow)) ??
    unlistedAlgorithm(jwt, flow) ??
    withoutId(jwt)
  );
}

function unsigned({ header, compact }: Jwt): Observation | null {
  const alg = stringMember(header, 'alg');
  if (alg?.toLowerCase() !== 'none' && !compact.endsWith('.')) return null;
  return {
    at: parameter('client_assertion'),
    title: 'The client assertion is not signed',
    observed: `alg of the client assertion is ${quote(alg ?? '')}, and it has ${compact.endsWith('.') ? 'no' : 'a'} signature.`,
    fix: 'Sign the client assertion with the key that is registered for the client.',
  };
}

function otherName({ claims }: Jwt, client: string | undefined): Observation | null {
  const iss = stringMember(claims, 'iss');
  const sub = stringMember(claims, 'sub');
  const named = client || sub;
  if (!named || (iss === named && sub === named)) return null;
  const name = iss === named ? 'sub' : 'iss';
  const value = name === 'sub' ? sub : iss;
  return {
    at: claim(name),
    observed: `${name} of the client assertion is ${value === null ? 'missing' : quote(value)}, and the client is ${quote(named)}.`,
    expected: quote(named),
    fix: `Set iss and sub of the client assertion to ${quote(named)}.`,
  };
}

/** OpenID Connect Core section 9 allows one use; RFC 7523 section 3 leaves that to the server. */
function replayed(message: TokenRequest, flow: Flow): Observation | null {
  const earlier = earlierAssertion(message, flow);
  if (earlier === null) return null;
  const gap = message.exchange.startedAt - earlier.exchange.startedAt;
  return {
    at: claim('jti'),
    title: 'A client assertion is sent a second time',
    observed: `The same client assertion was sent ${span(gap)} earlier; many servers accept each jti once.`,
    expected: 'A new client assertion with a new jti',
    fix: 'Make a new client assertion with a new jti for each request, retries too.',
    certainty: 'likely',
  };
}

/**
 * RFC 7523 section 3 lets the endpoint stand in aud as well as the issuer. Its update, and servers
 * that follow it, take the issuer alone, as a string.
 */
function otherAudience({ claims }: Jwt, url: string, issuer: string | null): Observation | null {
  const aud = audiences(claims);
  if (aud.length === 0) {
    return {
      at: claim('aud'),
      observed: 'The client assertion has no aud, which is required.',
      expected: issuer === null ? 'The issuer of the server' : quote(issuer),
    };
  }
  if (issuer === null || claims.aud === issuer) return null;
  const isUsual = aud.includes(issuer) || aud.includes(withoutQuery(url));
  const form = Array.isArray(claims.aud) ? 'a list with ' : '';
  const difference = !isUsual && aud.length === 1 ? describeDifference(aud[0] ?? '', issuer) : null;
  return {
    at: claim('aud'),
    observed: `aud of the client assertion is ${form}${list(aud.slice(0, 3).map((one) => quote(one)))}${difference === null ? '' : ` (${difference})`}, and the issuer is ${quote(issuer)}.${isUsual ? ' Newer servers take the issuer alone, as a string.' : ''}`,
    expected: quote(issuer),
    fix: `Set aud of the client assertion to ${quote(issuer)}, as a string.${isUsual ? ' If that changes nothing, compare kid, alg and the key with the registration of the client.' : ''}`,
    certainty: isUsual ? 'likely' : 'certain',
  };
}

function unlistedAlgorithm({ header }: Jwt, { metadata }: Flow): Observation | null {
  const alg = stringMember(header, 'alg');
  const listed = jsonList(
    metadata?.metadata?.token_endpoint_auth_signing_alg_values_supported,
  ).slice(0, 10);
  if (alg === null || listed.length === 0 || listed.includes(alg)) return null;
  return {
    at: parameter('client_assertion'),
    title: 'The client assertion is signed with an algorithm that the server does not list',
    observed: `alg of the client assertion is ${quote(alg)}, and the metadata of the server lists ${list(listed)}.`,
    expected: list(listed),
    fix: `Sign the client assertion with ${list(listed).replace(/ and /, ' or ')}, as the client is registered.`,
  };
}

function withoutId({ claims }: Jwt): Observation | null {
  if (Object.hasOwn(claims, 'jti')) return null;
  return {
    at: claim('jti'),
    observed: 'The client assertion has no jti, which OpenID Connect requires.',
    expected: 'A jti that is new in each assertion',
    fix: 'Add a new jti to each client assertion.',
    certainty: 'likely',
  };
}
