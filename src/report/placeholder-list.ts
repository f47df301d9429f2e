import type { Placeholder, RedactionNote } from '../http/recording.ts';
import { count } from '../words/numbers.ts';

/** The placeholders whose names stand in a text, in the order of the note. */
export function placeholdersIn(
  text: string,
  { placeholders }: Pick<RedactionNote, 'placeholders'>,
): readonly Placeholder[] {
  const named = new Set(text.match(/‹[^‹›]{1,80}›/g));
  return placeholders.filter(({ name }) => named.has(name));
}

/** What was replaced: `2 codes, 1 person`. */
export function countPlaceholders(placeholders: readonly Placeholder[]): string {
  const counts = new Map<string, number>();
  for (const { label } of placeholders) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].map(([label, number]) => count(number, label.replaceAll('-', ' ')));
  return parts.join(', ');
}

/** Why values of a class are replaced, in words. */
export const PLACEHOLDER_CLASSES: Readonly<Record<Placeholder['class'], string>> = {
  secret: 'secret: gives access',
  'one-time': 'secret: is used once',
  traceable: 'identifies a token or a session',
  personal: 'personal',
  host: 'host',
  tenant: 'identifies an organisation',
  value: 'chosen by the person who shared this',
};
