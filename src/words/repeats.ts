import { count } from './numbers.ts';

/** What stands for the further rounds of a repetition: `7 more with the same response`. */
export function againWord(round: number, again: number): string {
  return round === 1
    ? `${again} more with the same response`
    : `${again / round} more rounds of these ${count(round, 'message')}`;
}
