import { isRenewed } from '../../flow/facts/renewal.ts';
import { refusedJwt, type TokenFault, wordsAboutToken } from '../../flow/facts/token-refusal.ts';
import { isIdToken, issuedBy, succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOfUrl } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { UserinfoRequest } from '../../oauth/kinds/userinfo-request.ts';
import { audiences } from '../../oauth/values/jwt.ts';
import { apiOfAudience } from '../../providers/registry/audiences.ts';
import { providerOf } from '../../providers/registry/identify.ts';
import type { ProviderApi } from '../../providers/registry/provider.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';
import { refusedValue } from '../shared/refused-value.ts';
import { askedTarget, metadataResource } from '../shared/target-evidence.ts';

export default defineCheck({
  title: 'The access token is for another audience',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  token: 'access_token',
  effect: 'request-fails',
  why: 'aud names the API that a token is for, and an API has to refuse a token for another one. What stands in aud follows from what the client asked for.',
  fix: 'Name this API where the token is asked for, by resource, audience or a scope of the API, whichever the server reads, so that aud becomes the string that the API accepts.',
  specs: [rfc(9068, '4'), rfc(8707, '2'), rfc(6750, '3.1')],
  explains: ['api-401-invalid-token', 'access-token-issuer-mismatch', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const refused = refusedJwt(message);
    // Another check says that the ID token was sent.
    if (!refused || isIdToken(flow, refused.jwt.compact)) return;
    const { jwt, fault } = refused;
    const aud = audiences(jwt.claims);
    const found =
      message.kind === 'userinfo-request'
        ? fault === 'audience'
          ? atUserinfo(message, aud)
          : null
        : reasonAt(message, aud, fault, flow);
    if (!found) return;
    const { told, ...more } = found;
    yield {
      at: claim('aud'),
      observed: `${apiAnswer(message.exchange)} ${told}.`,
      ...more,
      ...(succeededLater(flow, message) || isRenewed(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

/** UserInfo is an API of its own, and a token for another API is none for it. */
function atUserinfo({ exchange }: UserinfoRequest, aud: readonly string[]): Found {
  return {
    told: refusedValue('aud', aud, wordsAboutToken(exchange)).told,
    owner: 'client',
    fix: 'Call UserInfo with an access token that was issued for it: one that was asked for with openid, and without a resource, audience or scope of another API.',
  };
}

function reasonAt(
  call: ApiCall,
  aud: readonly string[],
  fault: TokenFault | null,
  flow: Flow,
): Found | null {
  if (fault === 'audience') return saidByApi(call, aud, flow);
  const told = fault === null ? byMetadata(call, aud, flow) : null;
  return told ?? (UNDECIDED.has(fault) ? byAudience(call, aud, flow) : null);
}

/** An API that gets a token of a stranger stumbles over the issuer or the keys first. */
const UNDECIDED: ReadonlySet<TokenFault | null> = new Set([null, 'issuer', 'keys', 'signature']);

type Found = { readonly told: string } & Partial<Observation>;

function saidByApi(call: ApiCall, aud: readonly string[], flow: Flow): Found {
  const { told, wanted, isNear } = refusedValue('aud', aud, wordsAboutToken(call.exchange));
  if (wanted === null) {
    const found = byMetadata(call, aud, flow);
    if (found) return found;
  }
  const asked = askedTarget(flow);
  const expected = wanted === null ? {} : { expected: `aud ${quote(wanted)}` };
  const own = ownApi(call, aud, flow);
  if (own) return { told: `${told}, which is ${own.name}`, ...expected, fix: own.fix };
  const api = originOfUrl(call.exchange.request.url);
  const isItsUrl = aud.some((one) => originOfUrl(one) === api);
  if (isNear || isItsUrl || (asked !== null && aud.includes(asked))) {
    return {
      told,
      ...expected,
      owner: 'resource server',
      fix: `Make the audience that the API accepts and aud of its tokens the same string, character by character, with or without a slash at the end: the tokens have ${quote(aud[0] ?? '')}.`,
    };
  }
  return { told, ...expected };
}

/** The API names itself in its metadata, and the token is for something else (RFC 9728, RFC 8707). */
function byMetadata({ exchange }: ApiCall, aud: readonly string[], flow: Flow): Found | null {
  const resource = metadataResource(flow, exchange.request.url);
  if (resource === null || aud.length === 0 || aud.includes(resource)) return null;
  const asked = askedTarget(flow);
  if (asked === null && flow.request?.opaque) return null;
  const { told } = refusedValue('aud', aud, `expected ${resource}`);
  return asked === null
    ? {
        told: `${told}; no request has a parameter resource`,
        expected: `aud ${quote(resource)}`,
        basis: 'computed',
        fix: `Send resource=${resource} in the authorization request and in the token request.`,
      }
    : {
        told: `${told}; the requests asked for ${quote(asked)}`,
        expected: `aud ${quote(resource)}`,
        basis: 'computed',
        owner: 'resource server',
        fix: 'Make the resource of the API, the resource parameter and aud of its tokens the same string.',
      };
}

/** The token is for an API of the provider, or for the authorization server itself. */
function byAudience(call: ApiCall, aud: readonly string[], flow: Flow): Found | null {
  const api = originOfUrl(call.exchange.request.url);
  const server = originOfUrl(flow.tokenRequests[0]?.exchange.request.url ?? '');
  // The provider may have other APIs beside the endpoints of the server.
  if (aud.length === 0 || api === server) return null;
  const { told } = refusedValue('aud', aud, null);
  const own = ownApi(call, aud, flow);
  if (own) {
    return own.hosts.some((host) => api === `https://${host}`)
      ? null
      : { told: `${told}, which is ${own.name}`, certainty: 'likely', fix: own.fix };
  }
  return server !== null && aud.every((one) => originOfUrl(one) === server)
    ? { told: `${told}, which is the authorization server itself`, certainty: 'likely' }
    : null;
}

function ownApi({ token }: ApiCall, aud: readonly string[], flow: Flow): ProviderApi | null {
  const issue = token === null ? null : issuedBy(flow, token);
  const provider = providerOf(issue?.exchange ?? null);
  const [found] = aud.flatMap((one) => apiOfAudience(one, provider) ?? []);
  return found ?? null;
}
