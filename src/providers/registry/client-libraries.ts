import { decodeBase64, decodeBase64url } from '../../http/base64.ts';
import type { Sourced } from './source.ts';

/** What is known of a client library. */
interface KnownLibrary extends Sourced {
  /** Matches its name and version, as `name version`. */
  readonly pattern: RegExp;
  /** Where its versions and issues are. */
  readonly home: string;
  /** What it cannot do, as the rest of a sentence. */
  readonly lacks?: string;
}

/** A client library that a request names. */
export interface ClientLibrary {
  readonly name: string;
  readonly version: string | null;
  readonly home: string | null;
  readonly lacks: string | null;
}

/** A value by its name, in any case. */
type Read = (name: string) => string | null;

const MSAL_JS = 'https://github.com/AzureAD/microsoft-authentication-library-for-js';
const AUTH0_JS = 'https://github.com/auth0/auth0.js';
const AUTH0_SPA = 'https://github.com/auth0/auth0-spa-js';
const OKTA = 'https://github.com/okta/okta-auth-js';
const OPENID_CLIENT = 'https://github.com/panva/openid-client';
const seen = <const T extends `https://${string}`>(where: T) =>
  [{ where, when: '2026-11' }] as const;

const IMPLICIT_ONLY = 'knows the implicit grant alone and no PKCE';

/** The first that matches counts. */
const KNOWN: readonly KnownLibrary[] = [
  { pattern: /^MSAL\.JS [01]\./i, home: MSAL_JS, lacks: IMPLICIT_ONLY, seen: seen(MSAL_JS) },
  { pattern: /^msal\.js\b/i, home: MSAL_JS, seen: seen(MSAL_JS) },
  { pattern: /^auth0-spa-js\b/i, home: AUTH0_SPA, seen: seen(AUTH0_SPA) },
  { pattern: /^auth0\.js\b/i, home: AUTH0_JS, seen: seen(AUTH0_JS) },
  { pattern: /^okta-auth-js\b/i, home: OKTA, seen: seen(OKTA) },
  { pattern: /^openid-client\b/i, home: OPENID_CLIENT, seen: seen(OPENID_CLIENT) },
];

const PRODUCT = /^([\w@][\w@. /-]{1,40}?)\/v?(\d[\w.+-]{0,30})/;
/** Products of browsers, which say nothing of the client in them. */
const BROWSER = /^(?:Mozilla|Opera)\//;

/** The library that the parameters or headers of a request name; null when they name none. */
export function libraryIn(parameter: Read, header: Read): ClientLibrary | null {
  const sku = parameter('x-client-sku') ?? header('x-client-sku');
  if (sku) return libraryNamed(sku, parameter('x-client-ver') ?? header('x-client-ver'));
  const packed = header('auth0-client') ?? parameter('auth0client');
  const product = header('x-okta-user-agent-extended');
  return (packed ? unpacked(packed) : null) ?? (product ? productIn(product) : null);
}

/** The library that a `User-Agent` of a program names; null for browsers. */
export function libraryOfAgent(agent: string): ClientLibrary | null {
  return BROWSER.test(agent) ? null : productIn(agent);
}

function libraryNamed(name: string, version: string | null): ClientLibrary {
  const known = KNOWN.find(({ pattern }) => pattern.test(`${name} ${version ?? ''}`));
  return { name, version, home: known?.home ?? null, lacks: known?.lacks ?? null };
}

function productIn(text: string): ClientLibrary | null {
  const [, name, version] = PRODUCT.exec(text) ?? [];
  return name && version ? libraryNamed(name, version) : null;
}

/** base64 of JSON with name and version. */
function unpacked(text: string): ClientLibrary | null {
  try {
    const read: unknown = JSON.parse(decodeBase64(text) ?? decodeBase64url(text) ?? '');
    const { name, version } = (read ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || name === '') return null;
    return libraryNamed(name, typeof version === 'string' ? version : null);
  } catch {
    return null;
  }
}
