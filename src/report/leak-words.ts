import type { Leak } from '../gate/gate.ts';

const MAX_TOLD = 5;

/** Where a report would have shown values, in words, without a value. */
export function leakWords(leaks: readonly Leak[]): string {
  const told = leaks.slice(0, MAX_TOLD).map(({ name, encoding, line, column }) => {
    const how = encoding === '' ? '' : ` (${encoding})`;
    return `${name}${how} in line ${line}, column ${column}`;
  });
  const more = leaks.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
