import type { Exchange } from '../../http/exchange.ts';
import { completed, likeness, mergeRecorded } from './merge-recorded.ts';

/** Who saw an exchange: `devtools.network`, or the optional recorder in the background. */
export type Side = 'devtools' | 'background';

type Halves = { [side in Side]?: Exchange };

const MAX_KNOWN = 10_000;

/** Merges what both recorders saw of an exchange, in any order and however often they tell. */
export class RecorderJoiner {
  /** What each side saw, by the id under which the exchange is kept. */
  #halves = new Map<string, Halves>();
  /** The kept id of an exchange that joined another. */
  #kept = new Map<string, string>();

  /** Whether only the background has seen that exchange. */
  isBackgroundOnly(id: string): boolean {
    const halves = this.#halves.get(id);
    return halves !== undefined && !halves.devtools;
  }

  /** The id under which that exchange is kept. */
  keptId(id: string): string {
    return this.#kept.get(id) ?? id;
  }

  /** The exchange completed by the other side, under the id of the version that came first. */
  join(exchange: Exchange, side: Side, near: readonly Exchange[]): Exchange {
    const id = this.#kept.get(exchange.id) ?? this.#partner(exchange, side, near) ?? exchange.id;
    const known = this.#halves.get(id);
    const whole = completed(exchange, known?.[side]);
    const halves: Halves = { ...known, [side]: whole };
    this.#remember(exchange.id, id, halves);
    const { devtools, background } = halves;
    if (!devtools || !background) return { ...whole, id };
    return { ...mergeRecorded(devtools, background), id };
  }

  /** Exchanges that are not held any more. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#halves.delete(id);
  }

  #partner(exchange: Exchange, side: Side, near: readonly Exchange[]): string | null {
    if (this.#halves.has(exchange.id)) return null;
    const other: Side = side === 'devtools' ? 'background' : 'devtools';
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const { id } of near) {
      const halves = this.#halves.get(id);
      const half = halves?.[side] ? undefined : halves?.[other];
      const apart = half ? likeness(half, exchange) : null;
      if (apart === null || apart >= least) continue;
      best = id;
      least = apart;
    }
    return best;
  }

  #remember(own: string, kept: string, halves: Halves): void {
    if (own !== kept) this.#kept.set(own, kept);
    this.#halves.set(kept, halves);
    for (const known of [this.#kept, this.#halves]) {
      const [oldest] = known.keys();
      if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
    }
  }
}
