import { isRecord, type Loose } from '../loose.ts';

/** The first of these members that is there, whatever their capitals, hyphens and underscores. */
export function member(holder: Loose, ...names: readonly string[]): unknown {
  for (const name of names) if (holder[name] !== undefined) return holder[name];
  const keys = new Map(Object.keys(holder).map((key) => [folded(key), key]));
  for (const name of names) {
    const key = keys.get(folded(name));
    if (key !== undefined && holder[key] !== undefined) return holder[key];
  }
  return undefined;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** Text, or a number or a truth value as text; null for everything else. */
export function asWords(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A number, also one that is written as text. */
export function asCount(value: unknown): unknown {
  const isNumber = typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value);
  return isNumber ? Number(value) : value;
}

/** Names with values, from a list or an object; a name whose values are a list is repeated. */
export function pairsOf(value: unknown): { readonly name: string; readonly value: string }[] {
  if (Array.isArray(value)) return value.flatMap(pairOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => repeated(name, one));
}

function pairOf(item: unknown): { readonly name: string; readonly value: string }[] {
  if (Array.isArray(item)) return repeated(asWords(item[0]) ?? '', item[1]);
  if (!isRecord(item)) return [];
  return repeated(asWords(member(item, 'name', 'key', 'k', 'n')) ?? '', member(item, 'value', 'v'));
}

function repeated(
  name: string,
  value: unknown,
): { readonly name: string; readonly value: string }[] {
  if (name === '') return [];
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => ({ name, value: asWords(one) ?? '' }));
}
