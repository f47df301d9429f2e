import { issuerOfEndpoint } from '../../flow/facts/id-jag.ts';
import { serverTime } from '../../flow/facts/id-token.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { claim, defineCheck, type Observation, oidc, rfc } from '../check.ts';

const LEEWAY = 60_000;

export default defineCheck({
  title: 'The client assertion has a claim that the server may refuse',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A client assertion is a JWT of the client about itself, for this server and for minutes. Servers refuse it without saying which claim is wrong.',
  fix: 'Send iss and sub with the client_id, aud with the issuer, and an exp in some minutes.',
  specs: [rfc(7523, '3'), oidc('9')],
  explains: ['token-error-invalid-client'],
  subject: 'token-request',
  *check(message, flow) {
    const jwt = jwtOf(message.params.get('client_assertion'));
    if (!jwt || message.response.error !== 'invalid_client') return;
    const { exchange, params } = message;
    const now = serverTime(exchange);
    const found =
      otherName(jwt, params.get('client_id')) ??
      expired(jwt, now ?? exchange.startedAt, now === null ? LEEWAY : 0) ??
      otherAudience(jwt, exchange.request.url, issuerOfEndpoint(message, flow));
    if (found) yield found;
  },
});

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

function expired({ claims }: Jwt, now: number, leeway: number): Observation | null {
  const exp = numericClaim(claims, 'exp');
  if (exp === null || now - exp * 1_000 < leeway) return null;
  return {
    at: claim('exp'),
    observed: `The client assertion expired ${span(now - exp * 1_000)} before this request.`,
    expected: 'A request before exp',
    fix: 'Make a new client assertion for every request, and set the clock of the machine.',
  };
}

/**
 * RFC 7523 section 3 lets the endpoint stand in aud as well as the issuer. Its update, and servers
 * that follow it, take the issuer alone, as a string.
 */
function otherAudience({ claims }: Jwt, url: string, issuer: string | null): Observation | null {
  if (issuer === null || claims.aud === issuer) return null;
  const aud = audiences(claims);
  const isUsual = aud.includes(issuer) || aud.includes(url);
  const form = Array.isArray(claims.aud) ? 'a list with ' : '';
  return {
    at: claim('aud'),
    observed: `aud of the client assertion is ${aud.length === 0 ? 'missing' : `${form}${list(aud.slice(0, 3).map((one) => quote(one)))}`}, and the issuer is ${quote(issuer)}.${isUsual ? ' Newer servers take the issuer alone, as a string.' : ''}`,
    expected: quote(issuer),
    fix: `Set aud of the client assertion to ${quote(issuer)}, as a string.${isUsual ? ' If that changes nothing, compare kid, alg and the key with the registration of the client.' : ''}`,
    certainty: isUsual ? 'likely' : 'certain',
  };
}
