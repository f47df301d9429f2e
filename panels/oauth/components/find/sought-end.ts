import { useStore } from '../../model/context.ts';

/** Longer texts are not shown at once, whatever was found in them. */
const LONGEST = 300_000;
/** Characters after the match. */
const AFTER = 200;

/** Up to where a text must be shown, so that the hit of the search that is open is in it. */
export function useSoughtEnd(text: string, limit: number): number {
  const { matcher, hits, at } = useStore().find;
  const hit = hits.value[at.value];
  if (text.length <= limit || !hit || !matcher.value) return 0;
  let end = 0;
  for (let number = 0; number <= hit.ordinal && end < LONGEST; number += 1) {
    const found = matcher.value.next(text, end);
    if (!found) break;
    end = found.end;
  }
  return end === 0 ? 0 : Math.min(end + AFTER, LONGEST);
}
