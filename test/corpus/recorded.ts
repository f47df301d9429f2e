import type { Exchange } from '../../src/http/exchange.ts';
import { START } from '../helpers/exchanges.ts';
import type { Templates } from './template.ts';

/** A recorded exchange, and the name of its kind of traffic. */
export interface Recorded {
  readonly name: string;
  readonly exchange: Exchange;
}

let repetitions = 0;

/** One template for each name: it repeats an exchange of that name at another time. */
export function recordedTemplates(recorded: readonly Recorded[]): Templates {
  const named = new Map<string, Exchange[]>();
  for (const { name, exchange } of recorded)
    named.set(name, [...(named.get(name) ?? []), exchange]);
  return Object.fromEntries(
    [...named].map(([name, alike]) => [
      name,
      (at, random) => {
        repetitions += 1;
        const id = `recorded-${repetitions}`;
        return [{ ...random.pick(alike), id, startedAt: START + at * 1_000 }];
      },
    ]),
  );
}
