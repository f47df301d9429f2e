import type { RedactionNote } from '../http/recording.ts';
import { Collection } from './collect.ts';
import { finderOf, type Span } from './value-finder.ts';

type Find = (text: string) => readonly Span[];

/** A shorter stand-in may be a part of any text. */
const SHORTEST = 6;

/** Writes the names of placeholders where their stand-ins are, for people to read. */
export function namesOf({ placeholders }: RedactionNote): (text: string) => string {
  const collection = new Collection();
  const names = new Map<string, string>();
  for (const { standIn, label, name } of placeholders) {
    if (standIn.length < SHORTEST) continue;
    names.set(standIn, name);
    collection.secrets.set(standIn, {
      value: standIn,
      class: 'secret',
      label,
      why: '',
      names: new Set(),
    });
  }
  if (names.size === 0) return (text) => text;
  // Most redacted recordings are written without it.
  let find: Find | null = null;
  return (text) => {
    find ??= finderOf(collection);
    return named(text, find, (value) => names.get(value));
  };
}

/** Rewrites a text around the names of placeholders in it: what is a name already stays. */
export function aroundNames(text: string, rewrite: (text: string) => string): string {
  if (!text.includes('‹')) return rewrite(text);
  return text
    .split(/(‹[^‹›]{1,80}›)/)
    .map((part, index) => (index % 2 === 1 ? part : rewrite(part)))
    .join('');
}

/** Writes names where values are. */
export function named(
  text: string,
  find: Find,
  nameOf: (value: string) => string | undefined,
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, owner } of find(text)) {
    const name = start < done ? undefined : nameOf(owner.value);
    if (name === undefined) continue;
    pieces.push(text.slice(done, start), name);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
