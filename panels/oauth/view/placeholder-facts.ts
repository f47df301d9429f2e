import type { Placeholder } from '../../../src/http/recording.ts';
import { count } from '../../../src/words/numbers.ts';
import { visible } from './visible.ts';

/** What a placeholder stands for: `access token`. */
export const labelWord = ({ label }: Placeholder): string => visible(label.replaceAll('-', ' '));

/** What may be said of a value that is not shown: `3 times · 43 characters`. */
export function placeholderFacts({ times, length }: Placeholder): string {
  const shown = [count(times, 'time')];
  if (length !== null) shown.push(count(length, 'character'));
  return shown.join(' · ');
}
