import type { PlaceholderClass } from '../http/recording.ts';
import { parameterEntry } from '../oauth/registry/parameters.ts';
import type { Classified } from '../oauth/registry/secrecy.ts';
import type { Reach } from './reach.ts';

/** Why a value is replaced, and what its placeholder is called. */
export interface Replacement {
  readonly class: PlaceholderClass;
  /** `code`, `access-token`, `person`; never a name that came from the network. */
  readonly label: string;
  /** What the value is, completing "The value … "; absent when its class says enough. */
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

const BECAUSE: Readonly<Record<PlaceholderClass, string>> = {
  secret: 'gives power to whoever has it',
  'one-time': 'counts once, or ties the messages of one login together',
  traceable: 'identifies a token or a session',
  personal: 'is about a person',
  tenant: 'identifies an organisation',
  host: 'is a host name',
  value: 'looks random, so it may be a secret',
};

/** One sentence about why a value of that name is replaced. */
export function reasonFor(name: string, replacement: Replacement): string {
  const meaning = parameterEntry(name)?.meaning;
  const because = replacement.because ?? BECAUSE[replacement.class];
  return `The value of \`${name}\` ${because}${meaning === undefined ? '' : ` (${meaning})`}.`;
}
