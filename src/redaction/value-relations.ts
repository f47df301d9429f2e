import { decodeBase64url } from '../http/base64.ts';
import { percentDecoded } from '../http/percent.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import type { Secret } from './collect.ts';
import { noteHashes } from './hash-relations.ts';
import { respell } from './rewrite/respell.ts';

/** A value that follows from another one. */
export interface Relation {
  readonly base: string;
  /** What follows in the same way from the stand-in of the base; null when nothing does. */
  readonly derive: (standIn: string) => string | null;
}

/** Finds among values those that follow from another one: hashes, encodings, parts, mistakes. */
export function relationsAmong(
  secrets: ReadonlyMap<string, Secret>,
): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const note = (value: string, relation: Relation): void => {
    if (value !== relation.base && secrets.has(value) && !relations.has(value)) {
      relations.set(value, relation);
    }
  };
  for (const value of secrets.keys()) {
    noteParts(value, note);
    noteEncoding(value, secrets, note);
  }
  noteCut(
    [...secrets.keys()].filter((value) => value.startsWith('ey') && value.includes('.')),
    note,
  );
  noteHashes(secrets, note);
  return relations;
}

/** Takes a relation, unless the value was not collected or has one. */
export type Note = (value: string, relation: Relation) => void;

/** The parts of a JWT (RFC 7515 section 7.1), and a JWT that lost its beginning or end. */
function noteParts(base: string, note: Note): void {
  if (!base.includes('.') || (jwtOf(base) === null && !base.startsWith('eyJ'))) return;
  for (const [index, part] of base.split('.').entries()) {
    if (index > 0 && part.length >= 8) {
      note(part, { base, derive: (standIn) => standIn.split('.')[index] ?? null });
    }
  }
}

/** Tokens that lost their end. Their headers are alike, so sorting brings them together. */
function noteCut(tokens: readonly string[], note: Note): void {
  const sorted = [...tokens].sort();
  for (const [index, cut] of sorted.entries()) {
    const base = sorted[index + 1];
    if (base === undefined || !base.startsWith(cut)) continue;
    const isInLast = cut.split('.').length === base.split('.').length;
    note(cut, {
      base,
      derive: (standIn) =>
        standIn.slice(
          0,
          isInLast ? cut.length - base.length : Math.min(cut.length, standIn.length - 1),
        ),
    });
  }
}

/** A value that is another one in some encoding, in other case, or with spaces for pluses. */
function noteEncoding(value: string, secrets: ReadonlyMap<string, Secret>, note: Note): void {
  for (const base of decodings(value)) {
    if (base !== value && base.length >= 4 && secrets.has(base)) {
      note(value, { base, derive: (standIn) => respell(value, base, standIn) });
    }
  }
  if (value.includes('@')) {
    const local = value.slice(0, value.lastIndexOf('@'));
    note(local, { base: value, derive: (standIn) => standIn.slice(0, standIn.lastIndexOf('@')) });
  }
}

function decodings(value: string): readonly string[] {
  const found: string[] = [];
  let plain = value;
  for (let depth = 0; depth < 3 && plain.includes('%'); depth += 1) {
    plain = percentDecoded(plain);
    found.push(plain);
  }
  if (value.includes(' ')) found.push(value.replaceAll(' ', '+'));
  if (/^[A-Za-z0-9+/_-]{8,4000}={0,2}$/.test(value)) found.push(decodeBase64url(value) ?? '');
  return found;
}
