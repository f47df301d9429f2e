import { originOfUrl, withoutFragment, withoutQuery } from '../http/url.ts';

/** The traits of all keys of one kind. */
interface KeyTraits {
  /**
   * `value`: it holds something that only one attempt knows. `place`: an origin, an endpoint or a
   * redirect URI, which many share; it joins within a short time only.
   */
  readonly joins: 'value' | 'place';
  /** Set when the exchange that provides the key created the value. */
  readonly issued?: true;
  /** For keys that use a value: the kind of key under which the value was issued. */
  readonly uses?: string;
}

const VALUE: KeyTraits = { joins: 'value' };
const PLACE: KeyTraits = { joins: 'place' };
const ISSUED: KeyTraits = { joins: 'value', issued: true };

/** Every kind of key. Each entry says how keys of that kind join. */
const KINDS = {
  exchange: PLACE,
  state: VALUE,
  code: ISSUED,
  response: VALUE,
  'used-code': { joins: 'value', uses: 'code' },
  nonce: VALUE,
  challenge: VALUE,
  token: ISSUED,
  refresh: ISSUED,
  'used-refresh': { joins: 'value', uses: 'refresh' },
  device: ISSUED,
  'polled-device': { joins: 'value', uses: 'device' },
  'user-code': VALUE,
  verification: PLACE,
  'auth-req-id': ISSUED,
  'polled-auth-req-id': { joins: 'value', uses: 'auth-req-id' },
  repeat: VALUE,
  step: ISSUED,
  client: PLACE,
  registered: PLACE,
  registrations: PLACE,
  resource: PLACE,
  'resource-server': PLACE,
  'resource-metadata': PLACE,
  'well-known': PLACE,
  session: PLACE,
  subject: PLACE,
  fedcm: PLACE,
  'step-up': PLACE,
  'step-up-asked': PLACE,
  'request-uri': { joins: 'value', uses: 'pushed' },
  pushed: ISSUED,
  twin: VALUE,
  asked: VALUE,
  'issued-code': VALUE,
  holder: PLACE,
  'token-start': PLACE,
  redirected: PLACE,
  'call-redirected': PLACE,
  page: PLACE,
  'logged-out': PLACE,
  logout: PLACE,
  posted: PLACE,
  used: PLACE,
  server: PLACE,
  'redirect-uri': PLACE,
  turn: PLACE,
  'returns-to': PLACE,
  endpoint: PLACE,
  metadata: PLACE,
  jwks: PLACE,
} as const satisfies Readonly<Record<string, KeyTraits>>;

type KeyKind = keyof typeof KINDS;

/** Tokens of one server may share their beginning: the header of a JWT, or a prefix. */
const TOKEN_START = 16;

/** A key is one string, so that equal keys are equal: its kind, a space, its value. */
function made(kind: KeyKind, value: string): string {
  return `${kind} ${value}`;
}

/** Names of join keys. */
export const key = {
  exchange: (id: string) => made('exchange', id),
  state: (value: string) => made('state', value),
  /** The state of a request. Thousands of responses with one state do not look at each other. */
  asked: (state: string) => made('asked', state),
  code: (value: string) => made('code', value),
  /** The code of an issued response. */
  issuedCode: (value: string) => made('issued-code', value),
  response: (jwt: string) => made('response', jwt),
  usedCode: (value: string) => made('used-code', value),
  nonce: (value: string) => made('nonce', value),
  challenge: (value: string) => made('challenge', value),
  token: (value: string) => made('token', value),
  refresh: (value: string) => made('refresh', value),
  usedRefresh: (value: string) => made('used-refresh', value),
  device: (value: string) => made('device', value),
  polledDevice: (value: string) => made('polled-device', value),
  userCode: (value: string) => made('user-code', normalUserCode(value)),
  verification: (url: string) => made('verification', withoutQuery(url)),
  authReqId: (value: string) => made('auth-req-id', value),
  polledAuthReqId: (value: string) => made('polled-auth-req-id', value),
  repeat: (fingerprint: string) => made('repeat', fingerprint),
  step: (value: string) => made('step', value),
  client: (id: string) => made('client', id),
  registered: (id: string) => made('registered', id),
  registrations: (url: string) => made('registrations', originOfUrl(url) ?? url),
  resource: (identifier: string) => made('resource', identifier.replace(/\/$/, '')),
  resourceServer: (url: string) => made('resource-server', originOfUrl(url) ?? url),
  resourceMetadata: (url: string) => made('resource-metadata', url),
  wellKnown: (url: string) => made('well-known', originOfUrl(url) ?? url),
  session: (issuer: string, sid: string) => made('session', `${issuer} ${sid}`),
  subject: (issuer: string, sub: string) => made('subject', `${issuer} ${sub}`),
  fedcm: (host: string) => made('fedcm', host),
  stepUp: (demand: string) => made('step-up', demand),
  stepUpAsked: (demand: string) => made('step-up-asked', demand),
  requestUri: (value: string) => made('request-uri', withoutFragment(value)),
  pushed: (value: string) => made('pushed', value),
  twin: (value: string) => made('twin', value),
  holder: (origin: string) => made('holder', origin),
  tokenStart: (token: string) => made('token-start', token.slice(0, TOKEN_START)),
  redirected: (url: string) => made('redirected', withoutFragment(url)),
  callRedirected: (url: string) => made('call-redirected', withoutFragment(url)),
  page: (url: string) => made('page', withoutFragment(url)),
  loggedOut: (url: string) => made('logged-out', withoutQuery(url)),
  logout: (server: string) => made('logout', originOfUrl(server) ?? server),
  posted: (url: string) => made('posted', withoutFragment(url)),
  used: (url: string) => made('used', originOfUrl(url) ?? url),
  server: (url: string) => made('server', originOfUrl(url) ?? url),
  redirectUri: (url: string) => made('redirect-uri', withoutQuery(url)),
  /** Requests and responses of one redirect URI: the last one says whether a request is open. */
  turn: (redirectUri: string) => made('turn', withoutQuery(redirectUri)),
  returnsTo: (url: string) => made('returns-to', originOfUrl(url) ?? url),
  endpoint: (url: string) => made('endpoint', withoutQuery(url)),
  metadata: (endpoint: string) => made('metadata', withoutQuery(endpoint)),
  jwks: (url: string) => made('jwks', url),
} as const;

/** RFC 8628 section 6.1: users leave out punctuation and do not mind case. */
function normalUserCode(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function read(name: string): { readonly kind: KeyKind; readonly value: string } {
  const space = name.indexOf(' ');
  return { kind: name.slice(0, space) as KeyKind, value: name.slice(space + 1) };
}

function traitsOf(name: string): KeyTraits {
  return KINDS[read(name).kind];
}

/** Whether the key holds a value that only one attempt knows. */
export function isValueKey(name: string): boolean {
  return traitsOf(name).joins === 'value';
}

/** Whether the exchange that provides the key created its value. */
export function isIssuedKey(name: string): boolean {
  return traitsOf(name).issued === true;
}

/** The key under which the value of this key was issued; null when this kind uses no value. */
export function issuedKeyOf(name: string): string | null {
  const { uses } = traitsOf(name);
  return uses === undefined ? null : `${uses} ${read(name).value}`;
}

/** Whether the key holds a token. */
export function isTokenKey(name: string): boolean {
  return read(name).kind === 'token';
}

/** The value that a key holds, without its kind. */
export function valueOfKey(name: string): string {
  return read(name).value;
}
