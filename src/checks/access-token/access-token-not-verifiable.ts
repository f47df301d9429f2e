import { wordsOf } from '../../flow/facts/page-text.ts';
import { refusedJwt, type TokenFault } from '../../flow/facts/token-refusal.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { Message } from '../../oauth/message.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import { apiOfAudience } from '../../providers/registry/audiences.ts';
import { sealOf } from '../../providers/registry/issuers.ts';
import type { ProviderApi } from '../../providers/registry/provider.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, header, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

/** What an API stumbles over that cannot verify the signature. */
const OF_SIGNATURE: ReadonlySet<TokenFault | null> = new Set([null, 'signature', 'keys', 'issuer']);
/** What an application says of a signature that does not verify. */
const SAID =
  /\bsignature ?(?:exception|verification failed|validation failed|(?:is |was )?(?:invalid|not valid)|mismatch|does(?: not|n't) match)|\binvalid (?:jwt |token )?signature|\bIDX105\d\d\b/i;

export default defineCheck({
  title: 'Nobody but its own API can verify this access token',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  token: 'access_token',
  effect: 'request-fails',
  why: 'The provider signs tokens for its own APIs in a way that only these can verify. Nothing is wrong with the keys of whoever tries it.',
  fix: 'Ask for a token of the API that is called, by a scope of that API.',
  specs: [rfc(6749, '1.4'), rfc(9068, '4')],
  explains: [
    'access-token-audience-mismatch',
    'access-token-issuer-mismatch',
    'api-401-invalid-token',
    'api-403-other',
    'error-page-shown',
    'redirect-landing-failed',
  ],
  subject: ['api-call', 'authorization-response', 'landing'],
  *check(message, flow) {
    const found = message.kind === 'api-call' ? atApi(message, flow) : onPage(message, flow);
    if (found) yield found;
  },
});

function atApi(call: ApiCall, flow: Flow): Observation | null {
  const refused = refusedJwt(call);
  const member = refused ? sealIn(refused.jwt) : null;
  if (!refused || member === null || !OF_SIGNATURE.has(refused.fault)) return null;
  const api = apiOf(refused.jwt);
  const origin = originOfUrl(call.exchange.request.url);
  if (api?.hosts.some((host) => origin === `https://${host}`)) return null;
  const isSaid = refused.fault === 'signature' || refused.fault === 'keys';
  if (!isSaid && !api) return null;
  return {
    at: header('Authorization'),
    observed: `${apiAnswer(call.exchange)} ${told(refused.jwt, member, api)}`,
    ...(api ? { fix: api.fix } : {}),
    ...(isSaid ? {} : { certainty: 'likely' }),
    ...(succeededLater(flow, call) ? { severity: 'info' } : {}),
  };
}

/** A page of an application that verifies the access token itself. */
function onPage({ exchange }: Message, flow: Flow): Observation | null {
  const words = wordsOf(exchange);
  if (words === null || !SAID.test(words)) return null;
  const jwts = flow.tokenRequests.flatMap(({ response }) => jwtOf(response.accessToken) ?? []);
  const jwt = jwts.findLast((one) => sealIn(one) !== null);
  const member = jwt ? sealIn(jwt) : null;
  if (!jwt || member === null) return null;
  const api = apiOf(jwt);
  return {
    at: BODY,
    observed: `${withoutQuery(exchange.request.url)} says ${quote(words)}. ${told(jwt, member, api)}`,
    ...(api ? { fix: api.fix } : {}),
  };
}

function sealIn({ header: jose, claims }: Jwt): string | null {
  return sealOf(jose, stringMember(claims, 'iss') ?? '');
}

function apiOf({ claims }: Jwt): ProviderApi | null {
  const [found] = audiences(claims).flatMap((one) => apiOfAudience(one, null) ?? []);
  return found ?? null;
}

function told({ claims }: Jwt, member: string, api: ProviderApi | null): string {
  const aud = audiences(claims)[0];
  const of = aud === undefined ? '' : ` (aud ${quote(aud, 80)})`;
  return `The header of the access token has ${member}: only ${api?.name ?? 'the API that it is for'}${of} can verify it.`;
}
