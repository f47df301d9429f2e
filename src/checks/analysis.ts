import type { Finding } from '../flow/finding.ts';
import type { AnalysedFlow } from '../flow/flow.ts';
import type { Exchange, Gap, Navigation } from '../http/exchange.ts';
import type { Message } from '../oauth/message.ts';

/** A finding about a message that belongs to no flow. */
export interface OutsideFinding {
  readonly finding: Finding;
  readonly message: Message;
}

/** Everything that is known at one moment. Unchanged flows keep their identity between snapshots. */
export interface Snapshot {
  /** Ordered by start. */
  readonly flows: readonly AnalysedFlow[];
  readonly outside: readonly OutsideFinding[];
  readonly gaps: readonly Gap[];
  /** How many exchanges were added, relevant or not. */
  readonly exchanges: number;
  /** How many OAuth messages were recognised. */
  readonly messages: number;
}

/** The whole core, incremental: exchanges may come out of order and more than once. */
export interface Analysis {
  /** Adds or, when its id is known, replaces an exchange. */
  add(exchange: Exchange): void;
  addNavigation(navigation: Navigation): void;
  addGap(gap: Gap): void;
  /** Forgets everything. */
  clear(): void;
  /** Recomputes only what changed since the last call. */
  snapshot(): Snapshot;
}

/** Makes an empty analysis. */
export function createAnalysis(): Analysis {
  const gaps: Gap[] = [];
  let exchanges = 0;
  return {
    add: () => {
      exchanges += 1;
    },
    addNavigation: () => {},
    addGap: (gap) => {
      gaps.push(gap);
    },
    clear: () => {
      gaps.length = 0;
      exchanges = 0;
    },
    snapshot: () => ({ flows: [], outside: [], gaps, exchanges, messages: 0 }),
  };
}
