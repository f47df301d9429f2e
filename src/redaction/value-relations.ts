import { base64, base64url, decodeBase64url } from '../http/base64.ts';
import { digest, hex, leftHalf, s256, sha256Bytes } from '../http/digest.ts';
import { percentDecoded } from '../http/percent.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { respell } from './rewrite/respell.ts';

/** A value that follows from another one. */
export interface Relation {
  readonly base: string;
  /** What follows in the same way from the stand-in of the base; null when nothing does. */
  readonly derive: (standIn: string) => string | null;
}

const encoder = new TextEncoder();
/** Longer values are not hashed to look for their hash. */
const MAX_HASHED = 20_000;

/** A hash of a value, and all that is known to be made of hashes: right, or by mistake. */
const CHALLENGES: readonly ((bytes: Uint8Array) => string)[] = [
  base64url,
  (bytes) => `${base64url(bytes)}=`,
  base64,
  (bytes) => base64(bytes).replace(/=+$/, ''),
  hex,
  (bytes) => hex(bytes).toUpperCase(),
  (bytes) => base64url(encoder.encode(hex(bytes))),
  (bytes) => base64url(digest(bytes)),
  (bytes) => s256(base64url(bytes)),
  (bytes) => s256(hex(bytes)),
];

/** The hash functions of tokens (OpenID Connect Core section 3.1.3.6), and their padding. */
const LENGTHS = [256, 384, 512] as const;
const PADDINGS = ['', '=', '=='];
/** How long the results are. */
const HASH_LENGTHS = new Set([22, 23, 24, 32, 33, 34, 43, 44, 45, 64, 86]);

/** Finds among values those that follow from another one: hashes, encodings, parts, mistakes. */
export function relationsAmong(values: ReadonlySet<string>): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const note = (value: string, relation: Relation): void => {
    if (value !== relation.base && values.has(value) && !relations.has(value)) {
      relations.set(value, relation);
    }
  };
  for (const value of values) {
    noteParts(value, note);
    noteEncoding(value, values, note);
  }
  noteCut(
    [...values].filter((value) => value.startsWith('ey') && value.includes('.')),
    note,
  );
  const mayBeHash = [...values].some(
    (value) => HASH_LENGTHS.has(value.length) && /^[A-Za-z0-9+/=_-]+$/.test(value),
  );
  if (mayBeHash) for (const value of values) noteHashes(value, note);
  return relations;
}

type Note = (value: string, relation: Relation) => void;

function noteHashes(base: string, note: Note): void {
  if (base.length < 8 || base.length > MAX_HASHED) return;
  for (const length of LENGTHS) {
    const half = leftHalf(length, base);
    for (const end of PADDINGS) {
      note(half + end, { base, derive: (standIn) => leftHalf(length, standIn) + end });
    }
  }
  if (base.length < 16 || /\s/.test(base)) return;
  const bytes = sha256Bytes(base);
  for (const spell of CHALLENGES) {
    note(spell(bytes), { base, derive: (standIn) => spell(sha256Bytes(standIn)) });
  }
}

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
function noteEncoding(value: string, values: ReadonlySet<string>, note: Note): void {
  for (const base of decodings(value)) {
    if (base !== value && base.length >= 4 && values.has(base)) {
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
