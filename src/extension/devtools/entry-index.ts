import type { HarEntryLike } from '../../har/entry.ts';
import { entryStart } from '../../har/entry.ts';
import { isRecord } from '../../har/loose.ts';
import { fingerprint } from './fingerprint.ts';
import { awaitedPreflights, baseKey, urlOf } from './live-entry.ts';

/** 0: nothing. 1: headers without a status, as in Firefox when the document is gone. 2: all. */
type Told = 0 | 1 | 2;

interface Seen {
  readonly id: string;
  readonly start: number;
  /** Duration, which has fractions in Chromium. Identical parallel requests differ in it. */
  duration: string;
  /** What is known of the response. Browsers may know more a moment after the event. */
  told: Told;
  /** The response, as far as it is told. */
  response: Print;
  /** Only the log had it so far. An event or a later log may have a better version. */
  fromLog: boolean;
}

/** What tells the responses of simultaneous identical requests apart; null while it is not told. */
interface Print {
  readonly status: number | null;
  /** Fingerprint: the headers themselves would take most of the memory. */
  readonly headers: number | null;
}

/** An entry that only the log has, or of which the log has a better version. */
export interface LogNews {
  readonly id: string;
  readonly entry: HarEntryLike;
}

const MAX_SEEN = 20_000;

/**
 * Which entries have been seen. Browsers give them no id. So the entries of the log are matched to
 * those of the events by start, method, URL and duration. If the durations differ, the first three
 * and the number of such entries decide. Firefox counts durations in whole milliseconds. Therefore
 * entries with different responses never match.
 */
export class EntryIndex {
  #isPending: (entry: HarEntryLike) => boolean;
  #byBase = new Map<string, Seen[]>();
  #size = 0;
  #lastId = 0;
  /** Entries that started before this moment have been dropped here, and count as seen. */
  #horizon = Number.NEGATIVE_INFINITY;

  /** `isPending` says whether a log's entry still waits for its response. */
  constructor(isPending: (entry: HarEntryLike) => boolean) {
    this.#isPending = isPending;
  }

  /** The id for an entry that an event delivered. */
  fromEvent(entry: HarEntryLike): string {
    const duration = durationOf(entry);
    const same = this.#candidates(entry);
    const known =
      same.find((seen) => seen.duration === duration) ?? same.find((seen) => seen.fromLog);
    if (!known) return this.#add(entry, duration, false).id;
    known.duration = duration;
    known.fromLog = false;
    fills(known, entry);
    return known.id;
  }

  /** What a log adds to the events. Requests that still wait are left out unless asked for. */
  fromLog(entries: readonly HarEntryLike[], withPending: boolean): readonly LogNews[] {
    const matched = new Set<Seen>();
    const news: LogNews[] = [];
    const rest = entries.filter((entry) => {
      const duration = durationOf(entry);
      const seen = this.#candidates(entry).find(
        (one) => one.duration === duration && !matched.has(one),
      );
      if (!seen) return true;
      matched.add(seen);
      if (fills(seen, entry)) news.push({ id: seen.id, entry });
      return false;
    });
    const preflights = awaitedPreflights(rest, this.#isPending);
    const waits = (entry: HarEntryLike) =>
      this.#isPending(entry) || (statusOf(entry) === 0 && preflights.has(urlOf(entry)));
    for (const entry of rest) {
      if ((entryStart(entry) ?? 0) <= this.#horizon) continue;
      if (waits(entry) && !withPending) continue;
      const other = this.#candidates(entry).find((one) => !matched.has(one));
      if (other && !other.fromLog) {
        matched.add(other);
        if (fills(other, entry)) news.push({ id: other.id, entry });
        continue;
      }
      const seen = other ?? this.#add(entry, durationOf(entry), true);
      seen.duration = durationOf(entry);
      fills(seen, entry);
      matched.add(seen);
      news.push({ id: seen.id, entry });
    }
    return news;
  }

  /** Those that may be this entry, first those whose response is known to be the same. */
  #candidates(entry: HarEntryLike): readonly Seen[] {
    const same = this.#byBase.get(baseKey(entry)) ?? [];
    if (same.length === 0) return same;
    const print = printOf(entry);
    const possible = same.filter(({ response }) => mayBeSame(response, print));
    const exact = possible.filter(({ response }) => response.headers === print.headers);
    return [...exact, ...possible.filter((seen) => !exact.includes(seen))];
  }

  #add(entry: HarEntryLike, duration: string, fromLog: boolean): Seen {
    const id = `live:${++this.#lastId}`;
    const start = entryStart(entry) ?? 0;
    const seen = { id, start, duration, told: toldBy(entry), response: printOf(entry), fromLog };
    const base = baseKey(entry);
    const same = this.#byBase.get(base);
    if (same) same.push(seen);
    else this.#byBase.set(base, [seen]);
    if (++this.#size > MAX_SEEN) this.#forgetOldest();
    return seen;
  }

  #forgetOldest(): void {
    for (const [base, same] of this.#byBase) {
      if (this.#size <= MAX_SEEN * 0.9) return;
      this.#byBase.delete(base);
      this.#size -= same.length;
      for (const { start } of same) this.#horizon = Math.max(this.#horizon, start);
    }
  }
}

/** Whether this version has more of the response than all before. True only once per version. */
function fills(seen: Seen, entry: HarEntryLike): boolean {
  const told = toldBy(entry);
  if (told <= seen.told) return false;
  seen.told = told;
  seen.response = printOf(entry);
  return true;
}

function printOf(entry: HarEntryLike): Print {
  const status = statusOf(entry) || null;
  const headers = isRecord(entry.response) ? entry.response.headers : null;
  const told = status !== null && Array.isArray(headers) && headers.length > 0;
  return { status, headers: told ? fingerprint(JSON.stringify(headers)) : null };
}

function mayBeSame(a: Print, b: Print): boolean {
  const differ = <T>(one: T | null, other: T | null): boolean =>
    one !== null && other !== null && one !== other;
  return !differ(a.status, b.status) && !differ(a.headers, b.headers);
}

function toldBy(entry: HarEntryLike): Told {
  if (statusOf(entry) !== 0) return 2;
  const headers = isRecord(entry.response) ? entry.response.headers : null;
  return Array.isArray(headers) && headers.length > 0 ? 1 : 0;
}

function durationOf({ time }: HarEntryLike): string {
  return String(time);
}

function statusOf({ response }: HarEntryLike): number {
  const status = isRecord(response) ? response.status : null;
  return typeof status === 'number' ? status : 0;
}
