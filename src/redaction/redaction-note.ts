import { highestNumbers, placeholderName } from '../analysis/free-names.ts';
import type { Placeholder, RedactionNote } from '../http/recording.ts';
import type { Collection, Secret } from './collect.ts';
import { reachOf } from './reach.ts';
import type { RemovedValue } from './redact-recording.ts';
import type { RedactionOptions } from './redaction-options.ts';
import type { Replaced } from './rewrite/tally.ts';

/** A value below this length is found by its length alone. */
const SHORT = 8;

/**
 * The collected values with their placeholders: first those that were replaced, by first appearance,
 * then those that the recording does not show as they are. Their numbers follow those of an `earlier`
 * redaction.
 */
export function removedValues(
  { keptWords }: Collection,
  replaced: ReadonlyMap<Secret, Replaced>,
  unseen: readonly (readonly [Secret, Replaced])[],
  earlier: readonly Placeholder[] = [],
): readonly RemovedValue[] {
  const counts = highestNumbers(earlier);
  return [...replaced, ...unseen].map(([secret, { standIn, times }]) => {
    const { value, label, why, names } = secret;
    const number = (counts.get(label) ?? 0) + 1;
    counts.set(label, number);
    const tells = secret.class === 'personal' || label === 'password' || value.length < SHORT;
    const placeholder: Placeholder = {
      name: placeholderName(label, number),
      label,
      class: secret.class,
      standIn,
      length: tells ? null : value.length,
      times,
    };
    const reach = secret.reach ?? reachOf(value, secret.class, keptWords.has(value));
    const isWord = reach === 'place';
    return { value, placeholder, why, names: [...names], isWord };
  });
}

/** What a reader can no longer see, beyond the values themselves. */
export function hiddenBy(
  { hosts, times }: RedactionOptions,
  signatures: RedactionNote['signatures'],
): readonly string[] {
  const isSigned = Object.keys(signatures).length > 0;
  return [
    ...(isSigned
      ? ['The signatures of tokens can no longer be verified. What was known of them is noted.']
      : []),
    ...(hosts ? ['The names of hosts were replaced.'] : []),
    ...(times === 'relative' ? ['The times are relative to the begin of the recording.'] : []),
  ];
}
