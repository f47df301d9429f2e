import type { Remark } from '../http/exchange.ts';

/** The pin and the note of a user in one line; null when there is neither. */
export function remarkWords({ pinned, text }: Remark): string | null {
  if (text !== '') return `Note${pinned ? ' (pinned)' : ''}: ${text}`;
  return pinned ? 'Pinned' : null;
}
