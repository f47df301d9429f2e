import type { Exchange } from '../http/exchange.ts';
import type { Seek } from './item.ts';
import { key } from './keys.ts';
import { byEarlierValue, byValue } from './seeks.ts';

/** What a value that a rehearsal replaced joined by, by the name of its parameter or header field. */
const SOUGHT: Readonly<Record<string, (value: string) => readonly Seek[]>> = {
  refresh_token: (value) => [
    byEarlierValue(key.refresh(value)),
    byEarlierValue(key.usedRefresh(value)),
  ],
  authorization: (value) => [byValue(key.token(value))],
};

/** Joins a request whose value the user replaced in a rehearsal to the attempt of the real value. */
export function rehearsalSeeks({ rehearsed }: Exchange): readonly Seek[] {
  if (!rehearsed?.before || rehearsed.name === null) return [];
  return Object.hasOwn(SOUGHT, rehearsed.name)
    ? (SOUGHT[rehearsed.name]?.(rehearsed.before) ?? [])
    : [];
}
