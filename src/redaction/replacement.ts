import type { Classified } from '../oauth/registry/secrecy.ts';
import type { ValueKind } from './reach.ts';

/** How far a value is followed and what its placeholder is called. */
export interface Replacement {
  readonly kind: ValueKind;
  readonly label: string;
}

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
      return { kind: secrecy, label: name === null ? 'value' : labelOf(name) };
    case 'personal':
      return { kind: 'person', label: 'person' };
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
