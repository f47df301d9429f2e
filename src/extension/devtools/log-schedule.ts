/** How often the log may be read. */
export interface LogPace {
  /** Milliseconds without relevant activity before the log is read. */
  readonly quiet: number;
  /** Milliseconds after which the log is read although activity goes on; null for never. */
  readonly patience: number | null;
  /** Milliseconds after which the log is read once more; null for never. */
  readonly again: number | null;
  /** Milliseconds until a read while only irrelevant things happen; null for never. */
  readonly idle: number | null;
}

/** After a read there is a rest of this many times its duration. */
const REST = 10;

/** A page that finishes so many requests within a second is busy, and DevTools are too. */
const BUSY_REQUESTS = 20;
const BUSY_SPAN = 1_000;
/** The log of a page that never rests is read after this many milliseconds. */
const LONGEST_BUSY = 60_000;

/** Decides when the log is read. Never calls `read` while an earlier call still runs. */
export class LogSchedule {
  #read: (last: boolean) => Promise<void>;
  #pace: LogPace;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #latest = Number.POSITIVE_INFINITY;
  #restUntil = 0;
  #running = false;
  #wanted = false;
  /** When the last requests finished. */
  #recent: number[] = [];
  #busySince: number | null = null;

  constructor(pace: LogPace, read: (last: boolean) => Promise<void>) {
    this.#pace = pace;
    this.#read = read;
  }

  /** A request finished. The page counts as quiet when no relevant one has for a while. */
  activity(relevant: boolean): void {
    const { quiet, patience, idle } = this.#pace;
    this.#recent.push(Date.now());
    if (this.#recent.length > BUSY_REQUESTS) this.#recent.shift();
    if (relevant) {
      if (patience !== null) this.#latest = Math.min(this.#latest, Date.now() + patience);
      this.in(quiet);
    } else if (this.#timer === null && idle !== null) this.in(idle);
  }

  /** Reads after that many milliseconds without activity. */
  in(milliseconds: number): void {
    this.#set(milliseconds, false);
  }

  /** A page loads: a reading that is due waits until the page is quiet. */
  postpone(): void {
    if (this.#timer !== null) this.in(this.#pace.quiet);
  }

  now(): Promise<void> {
    return this.#run(false);
  }

  #set(milliseconds: number, last: boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const now = Date.now();
    const due = Math.max(Math.min(now + milliseconds, this.#latest), this.#restUntil);
    this.#timer = setTimeout(() => this.#due(last), due - now);
  }

  /** Reads, unless the page is busy: DevTools would be blocked when they have most to do. */
  #due(last: boolean): void {
    const now = Date.now();
    const [first = 0] = this.#recent;
    const isBusy = this.#recent.length === BUSY_REQUESTS && now - first < BUSY_SPAN;
    if (isBusy) this.#busySince ??= now;
    else this.#busySince = null;
    if (this.#busySince !== null && now - this.#busySince < LONGEST_BUSY) {
      this.#timer = setTimeout(() => this.#due(last), BUSY_SPAN);
      return;
    }
    this.#busySince = null;
    void this.#run(last);
  }

  async #run(last: boolean): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running) {
      this.#wanted = true;
      return;
    }
    this.#latest = Number.POSITIVE_INFINITY;
    this.#running = true;
    const start = Date.now();
    await this.#read(last).catch(() => undefined);
    this.#running = false;
    this.#restUntil = Date.now() + REST * (Date.now() - start);
    this.#afterwards(last);
  }

  #afterwards(last: boolean): void {
    const wanted = this.#wanted;
    this.#wanted = false;
    if (this.#timer !== null) return;
    if (wanted) this.in(this.#pace.quiet);
    else if (!last && this.#pace.again !== null) this.#set(this.#pace.again, true);
  }
}
