import { jwtOf } from '../oauth/values/jwt.ts';
import { isPlaceholder } from '../oauth/values/placeholder.ts';
import { weakness } from '../oauth/values/randomness.ts';
import type { Collection } from './collect.ts';

const BETWEEN = /[^A-Za-z0-9_.~+/=-]+/;
const MIN_PART = 16;
const MAX_PARTS = 20;
const LONGEST = 4_000;

/**
 * Leaves out what somebody replaced before, because it is a clue and no secret, and clients in the
 * place of users. Adds the random parts of values that have several: what a part means can be known
 * from elsewhere.
 */
export function prepareCollection(collection: Collection): void {
  for (const { value, label } of collection.secrets.values()) {
    // RFC 7523 section 3: the subject of a client's assertion is the client.
    const subject = label === 'client-assertion' ? jwtOf(value)?.claims.sub : undefined;
    if (typeof subject === 'string') collection.keptWords.add('client_id', subject);
  }
  for (const secret of [...collection.secrets.values()]) {
    const { value, names, label } = secret;
    const isClue = label !== 'password' && isPlaceholder(value);
    if (isClue || (secret.class === 'personal' && collection.keptWords.isParty(value))) {
      collection.secrets.delete(value);
      continue;
    }
    if (secret.class === 'personal' || value.length > LONGEST || !BETWEEN.test(value)) continue;
    const [name = ''] = names;
    for (const part of value.split(BETWEEN, MAX_PARTS)) {
      if (part.length >= MIN_PART && /\d/.test(part) && weakness(part) === null) {
        if (!collection.keptWords.has(part))
          collection.note(part, name, { class: secret.class, label: 'value' });
      }
    }
  }
}
