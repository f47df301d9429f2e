import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { issuerByEndpoint } from '../../oauth/documents/well-known.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { isOtherSpelling } from '../../providers/registry/issuers.ts';
import type { Flow } from '../flow.ts';
import type { IdTokenBearer } from './id-token.ts';

/**
 * The issuer that a client must expect (OpenID Connect Core section 3.1.3.7): from the metadata
 * that names the endpoints in use, else `iss` of the response (RFC 9207). Tenants of a server share
 * an origin, so metadata that names other endpoints does not count.
 */
export function expectedIssuer(flow: Flow, message: IdTokenBearer): string | null {
  const metadata = flow.metadata?.metadata ?? null;
  const issuer = stringMember(metadata, 'issuer');
  const authorization = stringMember(metadata, 'authorization_endpoint');
  const token = stringMember(metadata, 'token_endpoint');
  const inUse =
    message.kind === 'token-request'
      ? token === withoutQuery(message.exchange.request.url)
      : authorization !== null && authorization === flow.request?.endpoint;
  if (issuer !== null && inUse) return issuer;
  const named = flow.responses.map((response) => response.params.get('iss')).find(Boolean);
  return named ?? null;
}

/**
 * Whether two issuers are one: equal, a template for all tenants, or two spellings of one provider.
 */
export function isSameIssuer(expected: string, actual: string): boolean {
  return expected === actual || /[{}]/.test(expected) || isOtherSpelling(expected, actual);
}

/**
 * Issuers to ask for metadata when none was recorded, most likely first: from the ID token, from
 * the response (RFC 9207), from the endpoints. None of these values is verified.
 */
export function likelyIssuers({ request, responses, tokenRequests }: Flow): readonly string[] {
  const endpoints = [request?.endpoint, tokenRequests[0]?.exchange.request.url];
  const all = [
    ...tokenRequests.map(({ response }) => issuerOfToken(response.idToken?.text)),
    ...responses.map(({ params }) => issuerOfToken(params.get('id_token'))),
    ...responses.map(({ params }) => params.get('iss')),
    ...endpoints.map((url) => (url ? issuerByEndpoint(url) : null)),
    ...endpoints.map((url) => (url ? originOfUrl(url) : null)),
  ];
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))];
}

function issuerOfToken(token: string | undefined): string | null {
  return stringMember(jwtOf(token)?.claims ?? null, 'iss');
}
