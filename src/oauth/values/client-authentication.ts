import { headerValue } from '../../http/headers.ts';
import type { MessageBase } from '../message.ts';
import type { JsonObject } from './json.ts';
import { viewToken } from './jwt.ts';

/** IANA "OAuth Token Endpoint Authentication Methods", and attestation (a draft of the OAuth group). */
type ClientAuthenticationMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'saml2-bearer'
  | 'attest_jwt_client_auth';

/** How a client authenticated (RFC 6749 section 2.3). */
export interface ClientAuthentication {
  /** Several when the request uses more than the one method that is allowed. */
  readonly methods: readonly ClientAuthenticationMethod[];
  /**
   * `none`: the client only gave its name. `unknown`: the evidence was not recorded. `method`: one
   * or more methods were recorded.
   */
  readonly kind: 'method' | 'none' | 'unknown';
  /** The sign of a certificate, which no recorder shows (RFC 8705); null when there is none. */
  readonly certificate: 'endpoint' | 'token' | null;
}

const SAML = 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer';

/** Names of metadata members that hold the endpoints of RFC 8705 section 5. */
const ALIASES = 'mtls_endpoint_aliases';

function ofAssertion(type: string | undefined, assertion: string): ClientAuthenticationMethod {
  if (type === SAML) return 'saml2-bearer';
  const view = viewToken(assertion);
  const header = view.kind === 'jwt' ? view.jwt.header : null;
  return /^HS\d/.test(String(header?.alg ?? '')) ? 'client_secret_jwt' : 'private_key_jwt';
}

function methodsOf({ exchange, params }: MessageBase): readonly ClientAuthenticationMethod[] {
  const { headers } = exchange.request;
  const methods: ClientAuthenticationMethod[] = [];
  if (/^basic\s/i.test(headerValue(headers, 'authorization') ?? '')) {
    methods.push('client_secret_basic');
  }
  if (params.get('client_secret')) methods.push('client_secret_post');
  const assertion = params.get('client_assertion');
  if (assertion) methods.push(ofAssertion(params.get('client_assertion_type'), assertion));
  if (headerValue(headers, 'oauth-client-attestation') !== null) {
    methods.push('attest_jwt_client_auth');
  }
  return methods;
}

function isAlias(metadata: JsonObject | null, endpoint: string): boolean {
  const aliases = metadata?.[ALIASES];
  if (typeof aliases !== 'object' || aliases === null) return false;
  return Object.values(aliases).includes(endpoint);
}

function isBound(token: string | null): boolean {
  const view = token === null ? null : viewToken(token);
  const cnf = view?.kind === 'jwt' ? view.jwt.claims.cnf : null;
  return typeof cnf === 'object' && cnf !== null && Object.hasOwn(cnf, 'x5t#S256');
}

/**
 * Reads how the client authenticated in a request to the server. A certificate is never recorded.
 * Signs of one are an endpoint that the metadata reserves for certificates, and an issued token
 * that is bound to one (RFC 8705 sections 3.1 and 5).
 */
export function clientAuthentication(
  message: MessageBase,
  metadata: JsonObject | null = null,
  issued: string | null = null,
): ClientAuthentication {
  const { request } = message.exchange;
  const methods = methodsOf(message);
  const certificate = isAlias(metadata, request.url)
    ? 'endpoint'
    : isBound(issued)
      ? 'token'
      : null;
  if (methods.length > 0) return { methods, kind: 'method', certificate };
  const unseen = !request.headersComplete || (request.body !== null && 'unknown' in request.body);
  return { methods, kind: unseen ? 'unknown' : 'none', certificate };
}
