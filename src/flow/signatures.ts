import type { Issuer, KeySet, KeySetLedger } from '../correlation/key-set-ledger.ts';
import type { CarriedSignature } from '../http/recording.ts';
import { keyOfProof } from '../oauth/values/dpop.ts';
import { type JsonObject, stringMember } from '../oauth/values/json.ts';
import type { Jwt } from '../oauth/values/jwt.ts';
import {
  canSign,
  isDerSignature,
  isForAlgorithm,
  isWholeSignature,
  keyTypeOf,
} from '../oauth/values/key-set.ts';
import type { KeyVerdict } from '../oauth/values/signature.ts';
import { documentedKeySets, sealOf, spellingsOf } from '../providers/registry/issuers.ts';
import { carriedAnswer, carriedProof } from './carried-answers.ts';

/** What the recorded keys say about the signature of a token. */
export type Signature =
  | { readonly is: 'verified'; readonly kid: string | null; readonly set: KeySet }
  /** The issuer has a key for this token, and it did not make the signature. */
  | { readonly is: 'invalid'; readonly kid: string | null; readonly set: KeySet }
  /** A key of another issuer made it. */
  | { readonly is: 'other-issuer'; readonly kid: string; readonly set: KeySet }
  /** The key that the token names is not for the algorithm of the token. */
  | { readonly is: 'other-algorithm'; readonly key: JsonObject; readonly set: KeySet }
  /** No key set of the issuer has a key for this token. `set` is the newest. */
  | { readonly is: 'no-key'; readonly kid: string | null; readonly set: KeySet }
  /** Whether the key in the header of a DPoP proof made it, as it has to (RFC 9449 section 4.3). */
  | { readonly is: 'own-key' | 'not-own-key' }
  /** Whether a recorded secret of the client made it, where it has to (OpenID Connect Core 10.1). */
  | { readonly is: 'by-secret' | 'not-by-secret' }
  | { readonly is: 'unsigned' }
  /** Two parties sign and verify with one secret. */
  | { readonly is: 'shared-secret' }
  | { readonly is: 'unknown'; readonly because: Obstacle };

/** Why nothing is known of a signature. `pending`: it will be known after `settle`. */
export type Obstacle =
  | 'pending'
  | 'no-issuer'
  | 'no-keys'
  | 'not-whole'
  /** The provider lets only its own APIs verify such tokens. */
  | 'sealed'
  | 'unsupported';

/** Answers what is known of a signature. */
export type SignatureOf = (jwt: Jwt) => Signature;

/** A token and the keys to try on it. */
interface Wanted {
  readonly jwt: Jwt;
  readonly alg: string;
  readonly keys: Set<JsonObject>;
}

const MAX_ROUND = 200;
const MAX_KEYS = 16;
const MAX_REMEMBERED = 20_000;
/** Longer tokens are not verified. */
const MAX_TOKEN = 100_000;

const unknown = (because: Obstacle): Signature => ({ is: 'unknown', because });

/**
 * The signatures of the tokens of a recording. An answer rests on all key sets that were recorded,
 * so the order of arrival does not matter. Cryptography needs time: a question whose answer is
 * pending is remembered, and `settle` finds the answer.
 */
export class Signatures {
  readonly #ledger: KeySetLedger;
  readonly #verdicts = new Map<string, Map<JsonObject, KeyVerdict>>();
  readonly #answers = new Map<string, { readonly version: string; readonly answer: Signature }>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #carried = new Map<string, CarriedSignature>();
  readonly #ownKeys = new Map<string, JsonObject>();
  /** Whether signatures of the recording were replaced, so that only what is carried is known. */
  #isRedacted = false;
  #settled = 0;
  #running: Promise<boolean> | null = null;

  constructor(ledger: KeySetLedger) {
    this.#ledger = ledger;
  }

  /** Changes when an answer may change. */
  get version(): string {
    return `${this.#ledger.version} ${this.#settled}`;
  }

  /** What is known now. */
  readonly of: SignatureOf = (jwt) => {
    const known = this.#answers.get(jwt.compact);
    if (known?.version === this.version) return known.answer;
    const answer = this.#judge(jwt);
    remember(this.#answers, jwt.compact, { version: this.version, answer });
    return answer;
  };

  /** Takes over what was known before the tokens were redacted, by their redacted text. */
  carry(known: Readonly<Record<string, CarriedSignature>>): void {
    this.#isRedacted = true;
    for (const [compact, answer] of Object.entries(known)) this.#carried.set(compact, answer);
    this.#settled += 1;
  }

  /**
   * Verifies tokens that were asked for, the newest first, at most 200 in one call. The result says
   * whether something became known.
   */
  settle(): Promise<boolean> {
    this.#running ??= this.#round().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #round(): Promise<boolean> {
    const round = [...this.#wanted.values()].slice(-MAX_ROUND);
    if (round.length === 0) return false;
    const { verifyWith } = await import('../oauth/values/signature.ts');
    for (const { jwt, alg, keys } of round) {
      const verdicts = this.#verdicts.get(jwt.compact) ?? new Map<JsonObject, KeyVerdict>();
      for (const key of keys) verdicts.set(key, await verifyWith(jwt.compact, key, alg));
      remember(this.#verdicts, jwt.compact, verdicts);
      this.#wanted.delete(jwt.compact);
    }
    this.#settled += 1;
    return true;
  }

  #judge(jwt: Jwt): Signature {
    const { header, claims, compact } = jwt;
    const alg = stringMember(header, 'alg') ?? '';
    const signature = compact.slice(compact.lastIndexOf('.') + 1);
    if (/^none$/i.test(alg)) return { is: 'unsigned' };
    if (/^HS\d+$/.test(alg)) return { is: 'shared-secret' };
    if (keyTypeOf(alg) === null || compact.length > MAX_TOKEN) return unknown('unsupported');
    const ownKey = keyOfProof(jwt);
    if (ownKey) return this.#judgeProof(jwt, alg, ownKey);
    const iss = stringMember(claims, 'iss');
    if (iss === null) return unknown('no-issuer');
    if (sealOf(header, iss)) return unknown('sealed');
    const issuer = issuerNamed(iss);
    const sets = this.#ledger.of(issuer);
    const [newest] = sets;
    if (!newest) return unknown('no-keys');
    const kid = stringMember(header, 'kid');
    const refused = refusal(kid, alg, sets) ?? { is: 'no-key', kid, set: newest };
    if (!isWholeSignature(signature, alg)) {
      return refused.is === 'invalid' ? unknown('not-whole') : refused;
    }
    const carried = this.#carried.get(compact);
    if (carried) {
      const known = [...sets, ...(kid === null ? [] : this.#ledger.othersWith(kid, issuer))];
      const answer = carriedAnswer(carried, known);
      if (answer) return answer;
    }
    const own = this.#tryAll(jwt, alg, sets);
    if (own !== null) return own;
    const others = kid === null ? [] : this.#ledger.othersWith(kid, issuer);
    const foreign = this.#tryAll(jwt, alg, others);
    if (foreign?.is === 'verified' && kid !== null) {
      return { is: 'other-issuer', kid, set: foreign.set };
    }
    return foreign?.is === 'unknown' && foreign.because === 'pending' ? foreign : refused;
  }

  #judgeProof(jwt: Jwt, alg: string, ownKey: JsonObject): Signature {
    const { compact } = jwt;
    const carried = this.#carried.get(compact);
    if (carried) return carriedProof(carried);
    if (this.#isRedacted) return unknown('not-whole');
    if (!isForAlgorithm(ownKey, alg) || isDerSignature(compact, alg)) return { is: 'not-own-key' };
    if (!isWholeSignature(compact.slice(compact.lastIndexOf('.') + 1), alg)) {
      return unknown('not-whole');
    }
    // What was verified is remembered by the key object, and a token is decoded more than once.
    const key = this.#ownKeys.get(compact) ?? ownKey;
    remember(this.#ownKeys, compact, key);
    const verdict = this.#verdicts.get(compact)?.get(key);
    if (verdict === undefined) {
      this.#wanted.set(compact, { jwt, alg, keys: new Set([key]) });
      return unknown('pending');
    }
    if (verdict === 'unusable') return unknown('unsupported');
    return { is: verdict === 'valid' ? 'own-key' : 'not-own-key' };
  }

  /** Whether a key of these sets made the signature; null when none did. */
  #tryAll(jwt: Jwt, alg: string, sets: readonly KeySet[]): Signature | null {
    const kid = stringMember(jwt.header, 'kid');
    const verdicts = this.#verdicts.get(jwt.compact);
    const tried = sets
      .flatMap((set) => candidates(set, kid, alg).map((key) => ({ set, key })))
      .slice(0, MAX_KEYS);
    const open = tried.filter(({ key }) => !verdicts?.has(key));
    if (open.length > 0) {
      const wanted = this.#wanted.get(jwt.compact) ?? { jwt, alg, keys: new Set<JsonObject>() };
      for (const { key } of open) wanted.keys.add(key);
      this.#wanted.set(jwt.compact, wanted);
      return unknown('pending');
    }
    const made = tried.find(({ key }) => verdicts?.get(key) === 'valid');
    if (made) return { is: 'verified', kid: stringMember(made.key, 'kid'), set: made.set };
    const isUnusable = tried.some(({ key }) => verdicts?.get(key) === 'unusable');
    return isUnusable ? unknown('unsupported') : null;
  }
}

function issuerNamed(name: string): Issuer {
  return { name, spellings: spellingsOf(name), keySets: documentedKeySets(name) };
}

/** The keys of a set that may have signed: of that name, or without one. */
function candidates({ keys }: KeySet, kid: string | null, alg: string): readonly JsonObject[] {
  return keys.filter((key) => {
    const name = stringMember(key, 'kid');
    return canSign(key, alg) && (kid === null || name === null || name === kid);
  });
}

/** Why none of the keys made the signature; null when there is no key for the token. */
function refusal(kid: string | null, alg: string, sets: readonly KeySet[]): Signature | null {
  const tried = sets.find((set) => candidates(set, kid, alg).length > 0);
  if (tried) return { is: 'invalid', kid, set: tried };
  for (const set of kid === null ? [] : sets) {
    const key = set.keys.find((one) => one.kid === kid);
    if (key) return { is: 'other-algorithm', key, set };
  }
  return null;
}

/** Keeps the newest entries only. */
function remember<T>(map: Map<string, T>, name: string, value: T): void {
  map.delete(name);
  map.set(name, value);
  const [oldest] = map.keys();
  if (map.size > MAX_REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/** A text that changes when the answer does. */
export function signatureSign(answer: Signature): string {
  if (answer.is === 'unknown') return answer.because;
  if (!('set' in answer)) return answer.is;
  const { url, asOf, keys } = answer.set;
  // A key set that is fetched again changes nothing for a token that is verified.
  if (answer.is === 'verified') return `${answer.is} ${url} ${answer.kid}`;
  return [answer.is, url, asOf, ...keys.map(({ kid }) => kid)].join(' ');
}
