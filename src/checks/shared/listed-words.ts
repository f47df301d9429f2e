import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';

/** More would bury the rest of the sentence. */
const MAX_LISTED = 8;

/** The values of a list in the metadata, quoted, for a sentence. */
export function listedWords(values: readonly string[]): string {
  const shown = values.slice(0, MAX_LISTED).map((one) => quote(one));
  return list(values.length > MAX_LISTED ? [...shown, 'others'] : shown);
}
