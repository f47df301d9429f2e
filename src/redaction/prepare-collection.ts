import { percentDecoded } from '../http/percent.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { weakness } from '../oauth/values/randomness.ts';
import type { Collection, Secret } from './collect.ts';
import type { KeptWords } from './kept-words.ts';
import { reachOf } from './reach.ts';
import type { RedactionOptions } from './redaction-options.ts';
import type { Replacement } from './replacement.ts';

const BETWEEN = /[^A-Za-z0-9_.~+/=-]+/;
const MIN_PART = 16;
const MAX_PARTS = 20;
const LONGEST = 4_000;

/** A shorter value that somebody chose can be a part of a longer word. */
const SHORTEST_ANYWHERE = 8;

const CHOSEN: Replacement = {
  class: 'value',
  label: 'value',
  because: 'was chosen by hand',
};

/**
 * What a person chose to replace and to keep. Leaves out what is no secret where it stands: clients in
 * the place of users, and `labels`, the parts of the hosts.
 */
export function prepareCollection(
  collection: Collection,
  { personal, tenants, hosts, keep, remove }: RedactionOptions,
  labels: ReadonlySet<string>,
): void {
  const { secrets, keptWords } = collection;
  for (const { value, label } of secrets.values()) {
    // RFC 7523 section 3: the subject of a client's assertion is the client.
    const subject = label === 'client-assertion' ? jwtOf(value)?.claims.sub : undefined;
    if (typeof subject === 'string') keptWords.add('client_id', subject);
  }
  const isKept = (secret: Secret): boolean => {
    const { value, class: kind } = secret;
    if (keep.some((one) => one === value || (value.length >= 4 && one.includes(value))))
      return true;
    if (kind === 'personal') return !personal || keptWords.isParty(value) || isParameter(value);
    if (kind === 'tenant') return !tenants;
    // A scheme without credentials.
    if (secret.label === 'credentials' && /^[A-Za-z]{1,12}$/.test(value)) return true;
    // A host that stays shows it anyway.
    return kind === 'value' && !hosts && (labels.has(value) || isOfParties(value, keptWords));
  };
  for (const secret of [...secrets.values()]) {
    if (isKept(secret)) secrets.delete(secret.value);
    else if (isOnlyPlaced(secret, keptWords)) {
      secrets.set(secret.value, { ...secret, reach: 'place' });
    } else noteParts(collection, secret);
  }
  for (const value of remove) {
    if (!secrets.has(value)) collection.note(value, 'value', CHOSEN);
    const chosen = secrets.get(value);
    const reach = value.length >= SHORTEST_ANYWHERE ? 'anywhere' : 'word';
    if (chosen) secrets.set(value, { ...chosen, reach });
  }
}

/** The name of a parameter that is no plain word, in a list of names. */
function isParameter(value: string): boolean {
  return /^[a-z]+(?:_[a-z]+)+$/.test(value) && classifyName(value).secrecy !== 'unknown';
}

/** A client's id and public words, such as a scope of an API: `<client id>/read`. */
function isOfParties(value: string, keptWords: KeptWords): boolean {
  const parts = value.split(/[/:,\s]+/);
  return parts.length > 1 && parts.some((part) => keptWords.isParty(part)) && value.length < 200;
}

/**
 * Whether a value only counts at its names: it is a part of a client's id, which stays, or it is a word
 * and percent-encoded.
 */
function isOnlyPlaced({ value, class: kind }: Secret, keptWords: KeptWords): boolean {
  if (kind === 'personal' && keptWords.isInParty(value)) return true;
  if (!value.includes('%')) return false;
  const plain = percentDecoded(value);
  return plain !== value && reachOf(plain, kind, keptWords.has(plain)) === 'place';
}

/** Collects the random parts of a value: what a part means can be known from elsewhere. */
function noteParts(collection: Collection, secret: Secret): void {
  const { value, names } = secret;
  if (secret.class === 'personal' || value.length > LONGEST || !BETWEEN.test(value)) return;
  const plain = percentDecoded(value);
  const [name = ''] = names;
  for (const part of plain.split(BETWEEN, MAX_PARTS)) {
    const isRandom = part.length >= MIN_PART && /\d/.test(part) && weakness(part) === null;
    if (isRandom && !collection.keptWords.has(part)) {
      collection.note(part, name, { class: secret.class, label: 'value' });
    }
  }
}
