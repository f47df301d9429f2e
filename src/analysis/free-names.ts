import type { Placeholder } from '../http/recording.ts';

const NAME = /^‹(.*)-(\d+)›$/s;

/** The name of a placeholder: `‹code-1›`. */
export function placeholderName(label: string, number: number): string {
  return `‹${label}-${number}›`;
}

/** The highest number that each label has in names of placeholders. */
export function highestNumbers(placeholders: readonly Placeholder[]): Map<string, number> {
  const highest = new Map<string, number>();
  for (const { name } of placeholders) {
    const [, label = '', number = '0'] = NAME.exec(name) ?? [];
    highest.set(label, Math.max(highest.get(label) ?? 0, Number(number)));
  }
  return highest;
}

/** The names of other placeholders, by their old ones: those that are taken get the next numbers. */
export function freeNames(
  known: readonly Placeholder[],
  others: readonly Placeholder[],
): ReadonlyMap<string, string> {
  const taken = new Set(known.map(({ name }) => name));
  const highest = highestNumbers([...known, ...others]);
  return new Map(
    others.map(({ name, label: own }) => {
      if (!taken.has(name)) return [name, name];
      const label = NAME.exec(name)?.[1] ?? own;
      const next = (highest.get(label) ?? 0) + 1;
      highest.set(label, next);
      return [name, placeholderName(label, next)];
    }),
  );
}
