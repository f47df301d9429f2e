import { acceptedByOther, acceptedElsewhere } from '../../flow/facts/accepted-calls.ts';
import { originalOf } from '../../flow/facts/damaged-token.ts';
import { serverTime } from '../../flow/facts/id-token.ts';
import { saidFault, type TokenFault, wordsAboutToken } from '../../flow/facts/token-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';
import { signatureEvidence } from './signature-evidence.ts';
import { statementOfApi } from './statement.ts';

/** What the recording shows about a token that an API refused, the strongest first. */
export function tokenEvidence(call: ApiCall, flow: Flow): Evidence | null {
  const { token } = call;
  if (token === null) return null;
  const jwt = jwtOf(token);
  const fault = saidFault(call.exchange);
  return (
    damaged(token, flow) ??
    (jwt ? signatureEvidence(jwt, flow, 'the token', isDoubted(fault)) : null) ??
    ofBackChannel(call, flow) ??
    (jwt && fault ? ofFault(fault, jwt) : null) ??
    otherRoute(call, flow) ??
    otherApi(call, flow) ??
    (jwt ? whatIsLeft(jwt, call) : introspected(call))
  );
}

function isDoubted(fault: TokenFault | null): boolean {
  return fault === 'signature' || fault === 'keys';
}

function damaged(token: string, flow: Flow): Evidence | null {
  const original = originalOf(flow, token);
  const difference = original === null ? null : describeDifference(token, original);
  if (difference === null) return null;
  return {
    told: `It is not the token that was issued: ${difference}.`,
    owner: 'client',
    fix: 'Keep the access token as it was received: look for a column, a cookie or a variable that is too short for it, or that encodes it.',
  };
}

/** The API could not ask the server that issued the token. */
function ofBackChannel({ exchange }: ApiCall, flow: Flow): Evidence | null {
  const found = statementOfApi(wordsAboutToken(exchange) ?? '', flow);
  if (!found) return null;
  const { owner, fix } = found.report;
  return {
    told: `${found.says} Nothing is wrong with the token.`,
    fix,
    ...(owner ? { owner } : {}),
  };
}

/** The part of the token that the API names, and what to compare it with. */
function ofFault(fault: TokenFault, { header, claims }: Jwt): Evidence | null {
  const alg = stringMember(header, 'alg') ?? 'no alg';
  const kid = stringMember(header, 'kid');
  const iss = stringMember(claims, 'iss');
  const from = iss === null ? 'the server that issued it' : quote(iss);
  switch (fault) {
    case 'algorithm':
      return {
        told: `The token is signed with ${alg}.`,
        fix: `Have the server sign access tokens for this API with an algorithm that the API takes, or let the API take ${alg}.`,
      };
    case 'keys':
    case 'signature':
      return {
        told: `The token is signed with ${alg} and ${kid === null ? 'names no key (kid)' : `the key ${quote(kid, 80)}`}.`,
        fix: `Have the API load the keys of ${from} from the jwks_uri of its metadata, and load them again when a token names a key that it does not know.`,
      };
    case 'type':
      return {
        told: `The token has ${header.typ === undefined ? 'no typ' : `typ ${quote(String(header.typ), 60)}`}.`,
        fix: 'Let the API accept the typ of these tokens, or have the server issue access tokens with typ at+jwt (RFC 9068).',
      };
    case 'revoked':
      return {
        told: 'So the API asks more than the token itself: the session, or a list of revoked tokens.',
        owner: 'client',
        fix: 'Refresh the token or log in again; if that is refused as well, look at the session of the user at the server.',
      };
    default:
      return null;
  }
}

/** Another route of the API took the token, so nothing is wrong with the token. */
function otherRoute(call: ApiCall, flow: Flow): Evidence | null {
  const other = acceptedElsewhere(flow, call);
  if (!other) return null;
  const { method, url } = other.exchange.request;
  return {
    told: `The same token was accepted by ${method} ${withoutQuery(url)}, so the token is in order and this route checks it differently.`,
    fix: `Compare the authentication middleware of this route with that of ${withoutQuery(url)}: whether it runs there at all, before the handler, and with the same issuer, audience and keys.`,
  };
}

/** An API elsewhere takes the token, so this one probably wants a token of its own. */
function otherApi(call: ApiCall, flow: Flow): Evidence | null {
  const home = acceptedByOther(flow, call);
  if (home === null) return null;
  return {
    told: `${home} accepts the same token, so it is probably the token of that API.`,
    owner: 'client',
    fix: `Get a token of its own for ${originOfUrl(call.exchange.request.url)}, and attach each token only to the calls of its API.`,
  };
}

/**
 * What the token says of itself, and which causes are left when the API names none: those that its
 * clock rules out are not.
 */
function whatIsLeft({ header, claims }: Jwt, { exchange }: ApiCall): Evidence {
  const iss = stringMember(claims, 'iss');
  const aud = audiences(claims).slice(0, 4);
  const told = `The token has ${iss === null ? 'no iss' : `iss ${quote(iss)}`} and ${
    aud.length === 0 ? 'no aud' : `aud ${list(aud.map((one) => quote(one)))}`
  }`;
  if (bearerChallenge(exchange)?.description) return { told: `${told}.` };
  const time = serverTime(exchange);
  const [exp, nbf] = ['exp', 'nbf'].map((name) => numericClaim(claims, name));
  const inTime =
    time !== null && exp != null && exp * 1_000 > time && (nbf == null || nbf * 1_000 <= time);
  const rest = [
    'iss',
    'aud',
    ...(inTime ? [] : ['exp']),
    ...(typeof header.alg === 'string' ? [`alg (${header.alg})`] : []),
    ...(typeof header.kid === 'string' ? ['kid'] : []),
  ];
  return {
    told: `${told}${inTime ? ', and by the clock of the API it is in time' : ''}.`,
    fix: `Look at the log of the API, which says what failed, and compare ${list(rest)} of the token with its issuer, audience, algorithms and keys, character by character.`,
  };
}

/** An API cannot read an opaque token; it has to ask the server that issued it. */
function introspected({ exchange }: ApiCall): Evidence | null {
  const words = wordsAboutToken(exchange) ?? '';
  if (WANTS_JWT.test(words)) {
    return {
      told: 'The token is opaque, and the API expects a JWT.',
      owner: 'client',
      fix: 'Name the API where the token is asked for (resource, audience or a scope of the API): some servers issue a JWT only then. Otherwise have the API ask the server about the token (introspection).',
    };
  }
  if (bearerChallenge(exchange)?.description) return null;
  return {
    told: '',
    fix: 'Look at the log of the API. It cannot read this token itself: it has to ask the server that issued it (introspection), or it expects a JWT, which some servers issue only when a request names the API.',
  };
}

const WANTS_JWT =
  /\b(?:jwt|token)\b.{0,30}\b(?:malformed|invalid number of segments|not well.?formed)|\bnot (?:a|in the form of a?) ?(?:valid )?jwt\b|\bsegments\b|Header\.Payload|parts? delimited by dots/i;
