import { jwtOf } from '../oauth/values/jwt.ts';
import { weakness } from '../oauth/values/randomness.ts';
import type { Collection, Secret } from './collect.ts';
import type { RedactionOptions } from './redaction-options.ts';
import type { Replacement } from './replacement.ts';

const BETWEEN = /[^A-Za-z0-9_.~+/=-]+/;
const MIN_PART = 16;
const MAX_PARTS = 20;
const LONGEST = 4_000;

const CHOSEN: Replacement = {
  class: 'value',
  label: 'value',
  because: 'was chosen by hand',
  reach: 'word',
};

/** What a person chose to replace and to keep. Leaves out clients in the place of users. */
export function prepareCollection(
  collection: Collection,
  { personal, tenants, keep, remove }: RedactionOptions,
): void {
  const { secrets, keptWords } = collection;
  for (const { value, label } of secrets.values()) {
    // RFC 7523 section 3: the subject of a client's assertion is the client.
    const subject = label === 'client-assertion' ? jwtOf(value)?.claims.sub : undefined;
    if (typeof subject === 'string') keptWords.add('client_id', subject);
  }
  for (const secret of [...secrets.values()]) {
    const isKept =
      (secret.class === 'personal' && (!personal || keptWords.isParty(secret.value))) ||
      (secret.class === 'tenant' && !tenants) ||
      keep.some(
        (one) => one === secret.value || (secret.value.length >= 4 && one.includes(secret.value)),
      );
    if (isKept) secrets.delete(secret.value);
    else noteParts(collection, secret);
  }
  for (const value of remove) collection.note(value, 'value', CHOSEN);
}

/** Collects the random parts of a value: what a part means can be known from elsewhere. */
function noteParts(collection: Collection, secret: Secret): void {
  const { value, names } = secret;
  if (secret.class === 'personal' || value.length > LONGEST || !BETWEEN.test(value)) return;
  const [name = ''] = names;
  for (const part of value.split(BETWEEN, MAX_PARTS)) {
    const isRandom = part.length >= MIN_PART && /\d/.test(part) && weakness(part) === null;
    if (isRandom && !collection.keptWords.has(part)) {
      collection.note(part, name, { class: secret.class, label: 'value' });
    }
  }
}
