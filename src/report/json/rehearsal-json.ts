import type { ShownRehearsal } from '../shown-rehearsals.ts';
import { timeOf } from './time-of.ts';

/** A line of the journal, with what the application did and whether a good one may do that. */
export function rehearsalJson({ note, row }: ShownRehearsal, redact: (text: string) => string) {
  const { fault, title, armedAt, endedAt, ended, hits } = note;
  const value = (text: string | null): string | null => (text === null ? null : redact(text));
  return {
    fault: redact(fault),
    title: redact(title),
    armedAt: timeOf(armedAt),
    endedAt: endedAt === null ? null : timeOf(endedAt),
    ended: value(ended),
    hits: hits.map(({ at, method, url, name, before, after }) => ({
      at: timeOf(at),
      method: redact(method),
      url: redact(url),
      name: value(name),
      before: value(before),
      after: value(after),
    })),
    did: redact(row.did),
    good: row.isGood,
    why: redact(row.why),
  };
}
