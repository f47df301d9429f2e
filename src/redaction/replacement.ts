import type { PlaceholderClass } from '../http/recording.ts';
import type { Classified } from '../oauth/registry/secrecy.ts';
import type { Reach } from './reach.ts';

/** Why a value is replaced, and what its placeholder is called. */
export interface Replacement {
  readonly class: PlaceholderClass;
  /** `code`, `access-token`, `person`; never a name that came from the network. */
  readonly label: string;
  /** What the value is, such as "An IP address"; absent when label or class say enough. */
  readonly because?: string;
  /** How far it is followed, where that does not depend on the value. */
  readonly reach?: Reach;
}

export const VALUE: Replacement = { class: 'secret', label: 'value' };
export const PERSON: Replacement = { class: 'personal', label: 'person' };
export const TENANT: Replacement = { class: 'tenant', label: 'tenant' };
export const UNKNOWN_VALUE: Replacement = { class: 'value', label: 'value' };

const LABELS: Readonly<Record<string, string>> = {
  authorization_code: 'code',
  passwd: 'password',
  username_password: 'password',
  dpop: 'dpop-proof',
};

/** How reports replace a value of that class. Null when they keep it. */
export function replacementOf({ secrecy, name }: Classified): Replacement | null {
  switch (secrecy) {
    case 'secret':
    case 'one-time':
    case 'traceable':
      return { class: secrecy, label: name === null ? 'value' : labelOf(name) };
    case 'personal':
      return PERSON;
    case 'tenant':
      return TENANT;
    default:
      return null;
  }
}

/**
 * Names a placeholder. Only registered names come here, so it never has a name that a server chose.
 */
function labelOf(name: string): string {
  return (
    LABELS[name] ??
    name
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-/, '')
      .toLowerCase()
  );
}

/** What values are, by the label or else by the class. */
const NOUNS: Readonly<Record<string, string>> = {
  code: 'An authorization code, usable once',
  state: 'A value that ties the response to its request',
  nonce: 'A value that ties a token to its request',
  'code-challenge': 'A hash of the PKCE verifier',
  'code-verifier': 'A PKCE verifier',
  'access-token': 'An access token',
  'refresh-token': 'A refresh token',
  'id-token': 'An ID token',
  'token-hash': 'A hash of a token',
  'client-secret': 'The password of a client',
  'client-assertion': 'A proof of a client',
  'dpop-proof': 'A proof of possession',
  password: 'A password',
  credentials: 'Credentials',
  secret: 'A secret',
  'one-time': 'A value that counts once',
  traceable: 'A value that identifies a token or a session',
  personal: 'Something that identifies a person',
  tenant: 'The id of an organisation',
  host: 'A host name',
};

/** One sentence about why a value of that name is replaced. */
export function reasonFor(name: string, { because, class: kind, label }: Replacement): string {
  if (because !== undefined) return `${because} (\`${name}\`).`;
  if (label === 'cookie') return `A cookie (\`${name}\`): any cookie may be a session.`;
  if (label.endsWith('-part')) return `A part of a token (\`${name}\`).`;
  if (kind === 'value') return `A random-looking value of \`${name}\`, which may be a secret.`;
  return `${NOUNS[label] ?? NOUNS[kind] ?? NOUNS.secret} (\`${name}\`).`;
}
