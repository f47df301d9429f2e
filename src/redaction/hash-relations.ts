import { base64, base64url } from '../http/base64.ts';
import { digest, hex, leftHalf, type ShaLength, s256, sha256Bytes } from '../http/digest.ts';
import type { Secret } from './collect.ts';
import type { Note } from './value-relations.ts';

type Spell = (hash: Uint8Array) => string;

/** Longer values are not hashed to look for their hash. */
const MAX_HASHED = 20_000;
/** What is made of the SHA-256 of a verifier or of a token, right or in another encoding. */
const SPELLINGS: readonly Spell[] = [
  base64url,
  (hash) => `${base64url(hash)}=`,
  base64,
  (hash) => base64(hash).replace(/=+$/, ''),
  hex,
  (hash) => hex(hash).toUpperCase(),
  (hash) => base64url(encoder.encode(hex(hash))),
];
/** What clients make of the SHA-256 of a verifier by mistake. */
const MISTAKES: readonly Spell[] = [
  (hash) => base64url(digest(hash)),
  (hash) => s256(base64url(hash)),
  (hash) => s256(hex(hash)),
];
/** The hash functions of tokens, and how long half of a hash is (OpenID Connect Core 3.1.3.6). */
const HALVES: readonly (readonly [bits: ShaLength, length: number])[] = [
  [256, 22],
  [384, 32],
  [512, 43],
];
const PADDINGS = ['', '=', '=='];
const HASH = /^(?:[A-Za-z0-9+/_-]{43}=?|[0-9a-fA-F]{64}|[A-Za-z0-9_-]{86})$/;
const encoder = new TextEncoder();

/** Notes the values that are hashes of others. Only what may be among the values is written out. */
export function noteHashes(secrets: ReadonlyMap<string, Secret>, note: Note): void {
  const known = [...secrets.values()];
  const begins = new Set(known.filter(({ value }) => HASH.test(value)).flatMap(beginningOf));
  const lengths = new Set(
    known.filter((one) => isNamed(one, /hash/i)).map(({ value }) => value.length),
  );
  const halves = HALVES.flatMap(([bits, length]) =>
    PADDINGS.filter((end) => lengths.has(length + end.length)).map((end) => ({ bits, end })),
  );
  for (const secret of known) {
    const base = secret.value;
    if (base.length < 8 || base.length > MAX_HASHED || secret.label === 'token-hash') continue;
    for (const { bits, end } of halves) {
      const derive = (standIn: string): string => leftHalf(bits, standIn) + end;
      note(derive(base), { base, derive });
    }
    if (begins.size === 0 || base.length < 16 || /\s/.test(base)) continue;
    const hash = sha256Bytes(base);
    const spellings = [
      ...(begins.has(firstOf(hash)) ? SPELLINGS : []),
      ...(isNamed(secret, /verifier/i) ? MISTAKES : []),
    ];
    for (const spell of spellings) {
      note(spell(hash), { base, derive: (standIn) => spell(sha256Bytes(standIn)) });
    }
  }
}

function isNamed({ names }: Secret, pattern: RegExp): boolean {
  for (const name of names) if (pattern.test(name)) return true;
  return false;
}

/** The first bytes of a hash, as a number. */
function firstOf(hash: Uint8Array): number {
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

/** The same of a value that may be a hash, read in each way in which it may be one. */
function beginningOf({ value }: Secret): readonly number[] {
  if (value.length === 64) return [Number.parseInt(value.slice(0, 8), 16)];
  const bytes = atob(value.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  if (value.length === 86) return [Number.parseInt(bytes.slice(0, 8), 16)];
  return [[0, 1, 2, 3].reduce((first, at) => ((first << 8) | bytes.charCodeAt(at)) >>> 0, 0)];
}
