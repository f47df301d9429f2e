import type { Changes } from '../correlation/changes.ts';
import { compareTimed, type Timed, TimeList } from '../correlation/time-list.ts';
import { memoised } from '../http/memo.ts';
import { AT_ONCE, endingOf, type RoundEnding } from './facts/round-end.ts';
import { isSilent } from './facts/silent.ts';
import type { Flow, Loop } from './flow.ts';

/** Two logins in a row are a step-up or a second try; three are a loop. */
const FEWEST = 3;

interface Round extends Timed {
  /** Null when no response reached the client. */
  readonly ending: RoundEnding | null;
  readonly frame: string | null;
}

/** The rounds without a pause that lead to a round, itself included. */
interface Row {
  readonly count: number;
  /** When the first of them began. */
  readonly since: number;
  /** Whether all of them ended alike. */
  readonly alike: boolean;
}

/** Logins with the same request, and the row of each. The rows are read when they are asked for. */
interface Series {
  readonly rounds: TimeList<Round>;
  readonly rows: Row[];
}

/**
 * The logins of each client. Logins with the same request that follow each other at once are a loop:
 * the client does not keep what one of them brings, and starts the next.
 */
export class Rounds {
  readonly #series = new Map<string, Series>();
  readonly #held = new Map<string, { readonly name: string; readonly round: Round }>();
  readonly #logouts = new TimeList<Timed>();
  readonly #logoutOf = new Map<string, Timed>();
  readonly #changes: Pick<Changes, 'note'>;

  constructor(changes: Pick<Changes, 'note'>) {
    this.#changes = changes;
  }

  /** Adds the attempt, or replaces it when it changed. */
  set(flow: Flow): void {
    this.delete(flow.id);
    const { id, startedAt, grant, request } = flow;
    if (grant === 'logout') {
      const logout = { id, startedAt, rank: 0 };
      this.#logoutOf.set(id, logout);
      this.#logouts.add(logout);
      this.#forgetRows();
      return;
    }
    const name = nameOf(flow);
    if (name === null || request === null) return;
    const round: Round = {
      id,
      startedAt: request.exchange.startedAt,
      rank: 0,
      ending: endingOf(flow),
      frame: request.exchange.frame,
    };
    this.#changes.note(name);
    const series = this.#series.get(name) ?? { rounds: new TimeList<Round>(), rows: [] };
    this.#series.set(name, series);
    series.rounds.add(round);
    this.#held.set(id, { name, round });
    if (series.rounds.items.at(-1) !== round) series.rows.length = 0;
  }

  delete(id: string): void {
    const logout = this.#logoutOf.get(id);
    if (logout) {
      this.#logouts.remove(logout);
      this.#logoutOf.delete(id);
      this.#forgetRows();
    }
    const held = this.#held.get(id);
    const series = held && this.#series.get(held.name);
    if (!series) return;
    this.#changes.note(held.name);
    const { rounds, rows } = series;
    const isLast = rounds.items.at(-1) === held.round;
    rounds.remove(held.round);
    rows.length = isLast ? Math.min(rows.length, rounds.size) : 0;
    if (rounds.size === 0) this.#series.delete(held.name);
    this.#held.delete(id);
  }

  /** The loop of which this attempt is the last one; null for all others. */
  loopOf({ id }: Flow): Loop | null {
    const held = this.#held.get(id);
    const series = held && this.#series.get(held.name);
    if (!series) return null;
    const { round } = held;
    const { items } = series.rounds;
    const index = positionIn(items, round);
    const [before, next] = [items[index - 1], items[index + 1]];
    const row = this.#rowsUpTo(series, index)[index];
    const ending = round.ending ?? before?.ending;
    if (!row || row.count < FEWEST || !before || !ending) return null;
    if (next && this.#links(round, next)) return null;
    return {
      count: row.count,
      since: row.since,
      last: round.startedAt,
      before: before.id,
      alike: row.alike,
      end: ending.end,
      value: ending.value,
    };
  }

  #rowsUpTo({ rounds, rows }: Series, last: number): readonly Row[] {
    for (let index = rows.length; index <= last; index += 1) {
      const [before, round] = [rounds.items[index - 1], rounds.items[index]];
      const row = rows[index - 1];
      if (!round) break;
      if (before && row && this.#links(before, round)) {
        const alike = row.alike && (round.ending === null || isAlike(before, round));
        rows.push({ count: row.count + 1, since: row.since, alike });
      } else rows.push({ count: 1, since: round.startedAt, alike: true });
    }
    return rows;
  }

  /** Whether a login that brought nothing led to the next one without a user. */
  #links({ ending, startedAt, frame }: Round, next: Round): boolean {
    if (!ending || ending.end === 'held' || next.startedAt < ending.answeredAt) return false;
    if (next.startedAt - ending.last > AT_ONCE) return false;
    if (frame !== null && next.frame !== null && frame !== next.frame) return false;
    return this.#logouts.between(startedAt, next.startedAt).length === 0;
  }

  #forgetRows(): void {
    this.#changes.note(ALL);
    for (const { rows } of this.#series.values()) rows.length = 0;
  }
}

function isAlike({ ending: one }: Round, { ending: other }: Round): boolean {
  return one?.end === other?.end && one?.value === other?.value;
}

/** Names of what decides in which loop a flow is. */
export function loopNames(flow: Flow): readonly string[] {
  const name = nameOf(flow);
  return name === null ? [] : [name, ALL];
}

/** Name of all loops. */
const ALL = 'loops';

/** What logins of one loop have in common; null for what is no round of a loop. */
const nameOf = memoised((flow: Flow): string | null => {
  const { request, relation, parent, responses } = flow;
  const last = responses.at(-1);
  if (!request || request.effective('prompt') === 'none' || (last && isSilent(flow, last)))
    return null;
  const values = ['client_id', 'redirect_uri', 'response_type', 'scope', 'acr_values', 'max_age'];
  const asked = [...values, 'prompt', 'resource'].map((name) => request.effective(name) ?? '');
  return JSON.stringify([request.endpoint, relation === 'inside' ? parent : null, ...asked]);
});

function positionIn(rounds: readonly Round[], round: Round): number {
  let low = 0;
  let high = rounds.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = rounds[middle];
    if (found && compareTimed(found, round) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
