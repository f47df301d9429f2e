import { base64 } from '../http/base64.ts';
import { sha256Bytes } from '../http/digest.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { isPlaceholder } from '../oauth/values/placeholder.ts';
import type { Collection, Secret } from './collect.ts';
import { ContainedValues } from './contained.ts';
import { isVerifier } from './hash-relations.ts';
import { type NearValue, nearValues } from './near-values.ts';
import type { Random } from './random.ts';
import { casedLike } from './rewrite/respell.ts';
import { mailDomain, personLike } from './stand-in-person.ts';
import { profileOf } from './stand-in-profile.ts';
import { shapedLike } from './stand-in-shape.ts';
import { type Relation, relationsAmong } from './value-relations.ts';

/** Writes a structured value (a token, JSON, a URL) anew; null when it has no such structure. */
export type Restructure = (value: string, secret: Secret) => string | null;

const ATTEMPTS = 40;
/** Random characters that remain behind a readable beginning. */
const MIN_RANDOM = 20;
/** Random text has shorter words, where letters change their case and digits begin. */
const MEAN_WORD = 3.5;

/** One stand-in for each collected value. What checks read of values holds for their stand-ins. */
export class StandIns {
  readonly #secrets: ReadonlyMap<string, Secret>;
  readonly #random: Random;
  readonly #relations: ReadonlyMap<string, Relation>;
  /** Values of which others are hashes or encodings. */
  readonly #bases: ReadonlySet<string>;
  readonly #near: ReadonlyMap<string, NearValue>;
  readonly #contained: ContainedValues;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** Where the addresses of people are. */
  readonly #domain: string;
  readonly #numbers = new Map<string, number>();
  /** Values whose upper and lower case others change. */
  readonly #placed: ReadonlySet<string>;
  #open = new Set<string>();
  /** Set by what rewrites values, which needs stand-ins itself. */
  restructure: Restructure = () => null;

  /** `given`: stand-ins that somebody else chose. */
  constructor({ secrets }: Collection, random: Random, given: ReadonlyMap<string, string>) {
    for (const [value, standIn] of given) this.#give(value, standIn);
    this.#secrets = secrets;
    this.#domain = mailDomain([...given.keys()]);
    this.#random = random;
    const values = new Set(secrets.keys());
    this.#relations = relationsAmong(secrets);
    this.#bases = new Set([...this.#relations.values()].map(({ base }) => base));
    const solid = [...secrets.values()].filter((one) => one.class !== 'personal');
    this.#near = nearValues(solid.map(({ value }) => value));
    this.#contained = new ContainedValues(values);
    this.#placed = new Set([...this.#near.values()].map(({ base }) => base));
  }

  /** The stand-in of a collected value. Equal values have one, different values different ones. */
  of(secret: Secret): string {
    const { value } = secret;
    const known = this.#given.get(value);
    if (known !== undefined) return known;
    if (this.#open.has(value)) return this.#give(value, this.#plain(secret));
    this.#open.add(value);
    const made =
      this.#derived(secret) ??
      this.#nearOther(secret) ??
      this.#structured(secret) ??
      this.#plain(secret);
    this.#open.delete(value);
    return this.#given.get(value) ?? this.#give(value, made);
  }

  /** A number for the next of its kind: it counts stand-ins and says nothing of the value. */
  numberFor(label: string): number {
    const next = (this.#numbers.get(label) ?? 0) + 1;
    this.#numbers.set(label, next);
    return next;
  }

  #give(value: string, standIn: string): string {
    this.#given.set(value, standIn);
    this.#taken.add(standIn);
    return standIn;
  }

  #derived({ value }: Secret): string | null {
    const relation = this.#relations.get(value);
    const base = relation && this.#secrets.get(relation.base);
    if (!relation || !base || this.#open.has(base.value)) return null;
    return relation.derive(this.of(base));
  }

  #nearOther({ value }: Secret): string | null {
    const near = this.#near.get(value);
    const base = near && this.#secrets.get(near.base);
    if (!near || !base || this.#open.has(base.value)) return null;
    // A token with other claims is another token, and not a mistake.
    if (near.head <= value.lastIndexOf('.') && jwtOf(value) !== null) return null;
    const standIn = this.of(base);
    if (value.toLowerCase() === base.value.toLowerCase()) return casedLike(standIn, value);
    const { head, tail } = near;
    const middle = value.slice(head, value.length - tail);
    const before = base.value.slice(head, base.value.length - tail);
    const swapped = [...middle].reverse().join('') === before && middle.length === 2;
    const own = standIn.slice(head, standIn.length - tail);
    const start = standIn.slice(0, head);
    const end = standIn.slice(standIn.length - tail);
    if (swapped) return start + [...own].reverse().join('') + end;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const drawn = start + shapedLike(middle, this.#random, { placed: true }) + end;
      if (drawn !== standIn && this.#isFree(drawn)) return drawn;
    }
    return null;
  }

  #structured(secret: Secret): string | null {
    if (secret.class === 'personal') return null;
    const { value } = secret;
    const whole = this.restructure(value, secret);
    if (whole !== null) return whole;
    const inner = this.#contained.in(value);
    if (inner.length === 0) return null;
    const pieces: string[] = [];
    let done = 0;
    for (const { start, value: part } of inner) {
      const owner = this.#secrets.get(part);
      if (!owner) continue;
      pieces.push(this.#filler(secret, done, start), this.of(owner));
      done = start + part.length;
    }
    pieces.push(this.#filler(secret, done, value.length));
    return pieces.join('');
  }

  /** What stands between values: punctuation and words stay, everything else becomes random. */
  #filler({ value, class: kind }: Secret, start: number, end: number): string {
    const keeps = kind === 'secret' ? isScheme : isWords;
    return value.slice(start, end).replace(/[A-Za-z0-9_-]+/g, (run, at: number) => {
      const stays = keeps(run) && isAlone(value, start + at, run.length);
      return stays ? run : shapedLike(run, this.#random, { placed: false });
    });
  }

  #plain(secret: Secret): string {
    const { value, label } = secret;
    if (secret.class === 'personal') {
      return this.#free(value, () =>
        personLike(value, this.numberFor('person'), this.#random, this.#domain),
      );
    }
    // Punctuation alone says nothing.
    if (!/[\p{L}\p{N}]/u.test(value)) return value;
    // What somebody put in the place of a value stays recognisable as that.
    if (label !== 'password' && isPlaceholder(value)) {
      if (/^(.)\1*$/su.test(value)) return value;
      return this.#free(value, () => `[removed-${this.numberFor('removed')}]`);
    }
    const isBase = this.#bases.has(value) && isVerifier(secret);
    const look = (one: string): string => `${profileOf(one)} ${isBase && hasBase64Only(one)}`;
    const profile = look(value);
    const hasProfile = (one: string): boolean => look(one) === profile;
    const placed = this.#placed.has(value);
    if (!placed) {
      const readable = this.#readable(value, label);
      if (readable !== null && hasProfile(readable) && this.#isFree(readable)) return readable;
    }
    return this.#free(value, () => shapedLike(value, this.#random, { placed }), hasProfile);
  }

  /** A stand-in that begins with what it is, where the value is long and has such letters. */
  #readable(value: string, label: string): string | null {
    if (!/^[A-Za-z0-9_-]+$/.test(value) || !/[g-z]/.test(value) || !/\d/.test(value)) return null;
    const number = this.numberFor(`beginning ${label}`);
    const start = /[-_]/.test(value)
      ? `${label}-${number}-`
      : `${label.replaceAll('-', '')}${number}`;
    if (value.length < start.length + MIN_RANDOM) return null;
    return start + shapedLike(value.slice(start.length), this.#random, { placed: false });
  }

  #free(value: string, draw: () => string, suits: (one: string) => boolean = () => true): string {
    let drawn = draw();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (suits(drawn) && this.#isFree(drawn)) return drawn;
      drawn = draw();
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const placed = shapedLike(value, this.#random, { placed: true });
      if (suits(placed) && this.#isFree(placed)) return placed;
    }
    // So many values of this shape are taken that only a longer one is free.
    let longer = drawn;
    while (!this.#isFree(longer)) longer += String(this.#random(10));
    return longer;
  }

  #isFree(standIn: string): boolean {
    return !this.#taken.has(standIn) && !this.#secrets.has(standIn);
  }
}

/** RFC 6750 and RFC 9449: a client may put the scheme into the token. */
function isScheme(run: string): boolean {
  return /^(?:bearer|dpop)$/i.test(run);
}

/** Whether a part of a value has nothing but words and short numbers, and not letters by chance. */
function isWords(run: string): boolean {
  if (run.length > 24 || looksRandom(run, 6)) return false;
  const words = run.split(/[_-]|(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Za-z])/);
  const areWords = words.every((word) => /^(?:[A-Z]?[a-z]{1,13}|[A-Z]{1,6}|\d{1,4})$/.test(word));
  return areWords && (words.length === 1 || run.length >= words.length * MEAN_WORD);
}

/** Whether no letter or digit is next to a part of a text. */
function isAlone(text: string, start: number, length: number): boolean {
  return !/[A-Za-z0-9]/.test(text.charAt(start - 1) + text.charAt(start + length));
}

/** Whether base64 and base64url of the hash differ: mistakes are told apart by that. */
function hasBase64Only(value: string): boolean {
  return /[+/]/.test(base64(sha256Bytes(value)));
}
