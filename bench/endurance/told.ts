import type { Gap } from '../../src/http/exchange.ts';
import type { Redeemed } from './site.ts';

/** The losses that a gap accounts for: those in its time, and not more than its number. */
interface Cover {
  readonly from: number;
  readonly until: number;
  readonly count: number;
}

const [SECOND, MINUTE] = [1_000, 60_000];

const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

function coverOf({ kind, text, at }: Gap): Cover | null {
  if (at === null) return null;
  const all = Number.POSITIVE_INFINITY;
  switch (kind) {
    case 'late-start':
      return { from: Number.NEGATIVE_INFINITY, until: at, count: all };
    case 'paused':
      return { from: at, until: at + numberIn(text, /for (\d+) s/) * SECOND, count: all };
    case 'no-answer':
      // The deadlines of the questions that were not answered.
      return { from: at - 30 * SECOND, until: at, count: all };
    case 'lost-exchange':
      if (/log is too large/.test(text))
        return { from: at - MINUTE, until: at + MINUTE, count: all };
      return { from: at - SECOND, until: at + 5 * SECOND, count: 1 };
    case 'dropped': {
      const minutes = numberIn(text, /of ([\d,]+) min/);
      if (minutes > 0) return { from: at - (minutes + 0.5) * MINUTE, until: at, count: all };
      return { from: at - MINUTE, until: at, count: numberIn(text, /hold ([\d,]+) of/) };
    }
    default:
      return null;
  }
}

/** The lost logins that no gap accounts for. Each loss needs a gap of its time with room for it. */
export function untold(losses: readonly Redeemed[], gaps: readonly Gap[]): readonly Redeemed[] {
  const covers = gaps.flatMap((gap) => coverOf(gap) ?? []).map((cover) => ({ ...cover }));
  return losses.filter(({ at }) => {
    const cover = covers.find(({ from, until, count }) => count > 0 && from <= at && at <= until);
    if (cover) cover.count -= 1;
    return !cover;
  });
}
