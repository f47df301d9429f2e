import { base64, base64url } from '../http/base64.ts';
import { digest, hex, leftHalf, s256, sha256Bytes } from '../http/digest.ts';
import type { Secret } from './collect.ts';
import { isNamed } from './is-named.ts';
import type { Note } from './value-relations.ts';

/** Writes what is made of the SHA-256 of a value. */
type Spell = (hash: Uint8Array) => string;

/** Longer values are not hashed to look for their hash. */
const MAX_HASHED = 20_000;
const PADDINGS = ['', '=', '=='];
/** OpenID Connect Core section 3.1.3.6. */
const HALVES: readonly Spell[] = PADDINGS.map(
  (end) => (hash: Uint8Array) => base64url(hash.subarray(0, 16)) + end,
);
/** Hashes of a token or of a verifier, right or in another encoding. */
const WHOLE: readonly Spell[] = [
  base64url,
  (hash) => `${base64url(hash)}=`,
  base64,
  (hash) => base64(hash).replace(/=+$/, ''),
  hex,
  (hash) => hex(hash).toUpperCase(),
  (hash) => base64url(encoder.encode(hex(hash))),
];
/** What clients make of a verifier by mistake. */
const TWICE: readonly Spell[] = [
  (hash) => base64url(digest(hash)),
  (hash) => s256(base64url(hash)),
  (hash) => s256(hex(hash)),
];
const HASH =
  /^(?:[A-Za-z0-9_-]{22}={0,2}|[A-Za-z0-9+/_-]{43}=?|[0-9a-fA-F]{64}|[A-Za-z0-9_-]{86})$/;
/** Other hash functions of tokens, and how long half of their hash is. */
const LONGER = [
  [384, 32],
  [512, 43],
] as const;
const encoder = new TextEncoder();

/** Notes the values that are hashes of others. Only what may be among the values is written out. */
export function noteHashes(secrets: ReadonlyMap<string, Secret>, note: Note): void {
  const known = [...secrets.values()];
  const begins = new Set(known.filter(({ value }) => HASH.test(value)).map(beginningOf));
  const longer = longerHalves(known);
  for (const secret of known) {
    const base = secret.value;
    if (base.length < 8 || base.length > MAX_HASHED || secret.label === 'token-hash') continue;
    for (const derive of longer) note(derive(base), { base, derive });
    const hash = sha256Bytes(base);
    const mayBegin = begins.has(firstOf(hash));
    const mayBeVerifier = base.length >= 16 && !/\s/.test(base);
    const spellings = [
      ...(mayBegin ? HALVES : []),
      ...(mayBegin && mayBeVerifier ? WHOLE : []),
      ...(mayBeVerifier && isVerifier(secret) ? TWICE : []),
    ];
    for (const spell of spellings) {
      note(spell(hash), { base, derive: (standIn) => spell(sha256Bytes(standIn)) });
    }
  }
}

/** Whether a challenge may have been made of the value (RFC 7636). */
export function isVerifier(secret: Secret): boolean {
  return isNamed(secret, /verifier/i);
}

/** How halves of longer hashes follow from a value, where one may have been collected. */
function longerHalves(known: readonly Secret[]): readonly ((value: string) => string)[] {
  const hashes = known.filter((one) => one.label !== 'token-hash' && isNamed(one, /hash/i));
  const lengths = new Set(hashes.map(({ value }) => value.length));
  return LONGER.flatMap(([bits, length]) =>
    PADDINGS.filter((end) => lengths.has(length + end.length)).map(
      (end) => (value: string) => leftHalf(bits, value) + end,
    ),
  );
}

/** The first bytes of a hash, as a number. */
function firstOf(hash: Uint8Array): number {
  return numberOf(hash[0] ?? 0, hash[1] ?? 0, hash[2] ?? 0, hash[3] ?? 0);
}

/** The same of a value that has the form of a hash. */
function beginningOf({ value }: Secret): number {
  if (value.length === 64) return Number.parseInt(value.slice(0, 8), 16);
  const bytes = atob(value.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  if (value.length === 86) return Number.parseInt(bytes.slice(0, 8), 16);
  const [first = 0, second = 0, third = 0, fourth = 0] = [0, 1, 2, 3].map((at) =>
    bytes.charCodeAt(at),
  );
  return numberOf(first, second, third, fourth);
}

function numberOf(first: number, second: number, third: number, fourth: number): number {
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}
