import type { Compared } from '../../../src/conclusion/compare/compared.ts';
import { isSecret } from './masking.ts';

/** A value's name, with what it is where its name does not say it. */
export function comparedLabel({ place, name }: Compared): string {
  switch (place) {
    case 'cookie':
      return `Cookie ${name}`;
    case 'cookie set':
      return `Set-Cookie ${name}`;
    case 'response header':
      return `${name} (response)`;
    case 'member':
      return `${name} (response)`;
    default:
      return name;
  }
}

const NAMED = new Set(['parameter', 'member', 'claim']);

/** Whether either value is hidden until the user reveals it. */
export function isSecretValue({ place, name, a, b }: Compared): boolean {
  if (!NAMED.has(place)) return false;
  // A token itself is told by its form.
  if (place === 'claim' && !name.includes(': ')) return false;
  const bare = name.replace(/^.*: /, '');
  return isSecret(bare, a ?? '') || isSecret(bare, b ?? '');
}
