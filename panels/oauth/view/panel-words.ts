import type { Basis, Finding, Owner, Severity } from '../../../src/checks/finding.ts';
import type { Outcome } from '../../../src/conclusion/analysed-flow.ts';
import { isFederated } from '../../../src/flow/facts/attempt.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import type { BodyLoss, FailureReason } from '../../../src/http/exchange.ts';
import type { Message, MessageKind } from '../../../src/oauth/message.ts';
import type { Grant } from '../../../src/oauth/values/grants.ts';

const KINDS: Readonly<Record<MessageKind, string>> = {
  'authorization-request': 'authorization request',
  'authorization-response': 'authorization response',
  'token-request': 'token request',
  interaction: 'page of the server',
  landing: 'page after the response',
  'userinfo-request': 'userinfo request',
  'api-call': 'API call',
  'metadata-request': 'metadata request',
  'jwks-request': 'key set request',
  'pushed-authorization-request': 'pushed authorization request',
  'request-object': 'request object',
  'device-authorization-request': 'device authorization request',
  'end-session-request': 'logout request',
  'frontchannel-logout-request': 'front-channel logout',
  'session-iframe': 'session frame',
  'third-party-initiated-login': 'login asked for by another site',
  'fedcm-request': 'FedCM request',
  'revocation-request': 'revocation request',
  'introspection-request': 'introspection request',
  'backchannel-authentication-request': 'backchannel authentication request',
  'backchannel-notification': 'backchannel notification',
  'registration-request': 'client registration request',
  'client-metadata-request': 'client metadata request',
  'protected-resource-metadata-request': 'API metadata request',
  'backchannel-logout-request': 'back-channel logout request',
  preflight: 'preflight',
};

/** A message kind as people say it. */
export const kindWord = (kind: MessageKind): string => KINDS[kind];

/** A message as people say it; what this panel fetched is none of the page's. */
export const messageWord = ({ kind, exchange }: Message): string =>
  exchange.onDemand ? `${kindWord(kind)}, from here` : kindWord(kind);

const GRANTS: Readonly<Record<Grant, string>> = {
  authorization_code: 'authorization code',
  implicit: 'implicit',
  hybrid: 'hybrid',
  refresh_token: 'refresh token',
  client_credentials: 'client credentials',
  password: 'password',
  device_code: 'device code',
  token_exchange: 'token exchange',
  jwt_bearer: 'JWT bearer',
  saml_bearer: 'SAML bearer',
  ciba: 'CIBA',
  logout: 'logout',
  fedcm: 'FedCM',
  other: 'unknown grant',
};

/** A grant as people say it. */
export const grantWord = (grant: Grant): string => GRANTS[grant];

/** How a flow hangs together with the one that it stands under; empty when it stands under none. */
export function relationWord(flow: Flow): string {
  if (flow.parent === null) return '';
  if (isFederated(flow)) return 'inside another login';
  if (flow.grant === 'logout') return 'ends its session';
  if (flow.request) return 'a stronger login that its API asked for';
  return flow.grant === 'token_exchange' ? 'exchanges its token' : 'uses its token as an assertion';
}

/** What a flow is in the picture of the one above it. */
export function partWord(flow: Flow): string {
  return isFederated(flow) ? 'login inside this one' : `goes on with ${grantWord(flow.grant)}`;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  unfinished: 'unfinished',
  unknown: 'cannot tell',
};

/** How a flow ended, in a word. */
export const outcomeWord = (outcome: Outcome): string => OUTCOMES[outcome];

const OWNERS: Readonly<Record<Owner, string>> = {
  client: 'the client',
  'authorization server': 'the authorization server',
  'resource server': 'the API (resource server)',
  registration: 'the registration of the client at the server',
  browser: 'the browser',
  network: 'the network',
  user: 'the user',
  'this tool': 'Grantscope',
};

/** Who can change it, with an article. */
export const ownerWord = (owner: Owner): string => OWNERS[owner];

const BASES: Readonly<Record<Basis, string>> = {
  computed: 'computed from the recorded values',
  reported: 'the server says so',
  observed: 'seen in the traffic',
  heuristic: 'judged by the circumstances',
};

/** How sure a finding is and what that rests on. */
export function sureWord({ certainty, basis }: Pick<Finding, 'certainty' | 'basis'>): string {
  return `${certainty}, ${BASES[basis]}`;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Worst first. */
export function bySeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

const LOSSES: Readonly<Record<BodyLoss, string>> = {
  'page-left': 'the page went on before it could be read',
  'not-read': 'the page never read it, so the browser did not keep it',
  withheld: 'the browser withheld it from the page and from DevTools',
  'too-large': 'it is too large',
  'timed-out': 'the browser did not hand it over in time',
  stripped: 'whoever wrote the file left bodies out',
  'not-fetched': 'nothing asked for it',
  'not-recorded': 'this recorder has no such bodies',
};

/** Why a body cannot be shown. */
export const lossWord = (loss: BodyLoss): string => LOSSES[loss];

const FAILURES: Readonly<Record<FailureReason, string>> = {
  dns: 'host name not found',
  'connection-refused': 'connection refused',
  'connection-reset': 'connection reset',
  tls: 'TLS failed',
  'timed-out': 'timed out',
  aborted: 'aborted',
  'blocked-mixed-content': 'blocked: mixed content',
  'blocked-by-client': 'blocked by an extension',
  'blocked-by-response': 'blocked by the response',
  blocked: 'blocked by the browser',
  'unsafe-redirect': 'unsafe redirect',
  proxy: 'the proxy failed',
  offline: 'offline',
  unknown: 'no answer',
};

/** Why nothing came back. */
export const failureWord = (reason: FailureReason): string => FAILURES[reason];

/** `1 flow`, `2 flows`. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
