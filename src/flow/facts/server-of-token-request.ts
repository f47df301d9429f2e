import { hostOf, originOfUrl, parseUrl, withoutQuery } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { providerAt } from '../../providers/registry/hosts.ts';
import type { Flow } from '../flow.ts';

/** A token request that went to another server than the one that issued its code. */
export interface OtherServer {
  /** The server that issued the code, and the one that was asked, as a reader tells them apart. */
  readonly issuer: string;
  readonly asked: string;
  /** The token endpoint that belongs to the code; null when no metadata names it. */
  readonly right: string | null;
  /** Whether the token request names another client than the request that got the code. */
  readonly otherClient: boolean;
}

/**
 * Whether a code went to another server than the one that issued it. Many servers have their token
 * endpoint at another host than their authorization endpoint, so another host alone shows nothing:
 * metadata, known providers, tenants in the path or the client have to say so.
 */
export function otherServer(message: TokenRequest, flow: Flow): OtherServer | null {
  const { request } = flow;
  if (!request || !message.params.has('code')) return null;
  const authorization = request.endpoint;
  const token = withoutQuery(message.exchange.request.url);
  const metadata = flow.metadata?.metadata ?? null;
  const right = stringMember(metadata, 'token_endpoint');
  const bound = stringMember(metadata, 'authorization_endpoint') === authorization;
  if (right !== null && bound && withoutQuery(right) === token) return null;
  const sent = clientOf(message);
  const client = request.effective('client_id');
  const otherClient = sent !== null && client !== undefined && sent !== client;
  const otherOrigin = originOfUrl(authorization) !== originOfUrl(token);
  const proven =
    (right !== null && bound && isOtherPlace(right, token)) ||
    isOtherTenant(authorization, token) ||
    (otherOrigin && (otherClient || areOfTwoProviders(authorization, token)));
  if (!proven) return null;
  return {
    issuer: otherOrigin ? hostOf(authorization) : authorization,
    asked: otherOrigin ? hostOf(token) : token,
    right: bound ? right : null,
    otherClient,
  };
}

/** Whether two URLs name different endpoints, and not one behind http or a final slash. */
function isOtherPlace(one: string, other: string): boolean {
  const bare = (url: string): string => withoutQuery(url).replace(/^https?:\/\/|\/$/g, '');
  return bare(one) !== bare(other);
}

function areOfTwoProviders(one: string, other: string): boolean {
  const [a, b] = [providerAt(one), providerAt(other)];
  return a !== null && b !== null && a !== b;
}

const LAST = /\/(?:authorize|auth|token)\/?$/;

/**
 * Whether the paths of two endpoints at one origin differ in one segment besides their last: a
 * realm, a tenant or an authorization server of its own.
 */
function isOtherTenant(one: string, other: string): boolean {
  if (originOfUrl(one) !== originOfUrl(other) || !LAST.test(one) || !LAST.test(other)) return false;
  const [a, b] = [one, other].map((url) => (parseUrl(url)?.pathname ?? '').split('/').slice(0, -1));
  if (!a || !b || a.length !== b.length) return false;
  const differing = a.flatMap((segment, index) => {
    const other = b[index] ?? '';
    return segment === other ? [] : [[segment, other]];
  });
  return differing.length === 1 && !differing.flat().some((segment) => NO_TENANT.test(segment));
}

/**
 * Words of a path that name no single tenant: those that stand for any tenant, and those that tell
 * the pages of one server from its services.
 */
const NO_TENANT =
  /^(?:common|organizations|consumers|public|private|internal|external|front-?end|back-?end|ui|web|www|login|sign-?in|accounts?|sso|user|api|rest|services?|auth|oauth2?|oidc|connect|openid(?:-connect)?|v\d[\d.]*)$/i;
