import { describe, expect, it } from 'vitest';
import { corpus, templateNames } from './corpus/corpus.ts';
import { snapshotOf } from './helpers/analyse.ts';

const COUNT = 100_000;
const SEED = 20_260_101;

describe('a recording of 100,000 exchanges without OAuth', () => {
  const samples = corpus(COUNT, SEED);
  const { flows, outside } = snapshotOf(samples.map(({ exchange }) => exchange));
  const templateOf = new Map(samples.map(({ exchange, template }) => [exchange.id, template]));

  it('holds every kind of look-alike many times', () => {
    const counts = new Map<string, number>();
    for (const { template } of samples) counts.set(template, (counts.get(template) ?? 0) + 1);
    expect(templateNames.filter((name) => (counts.get(name) ?? 0) < 100)).toEqual([]);
  });

  it('has no flow', () => {
    const culprits = flows.flatMap(({ flow }) =>
      flow.messages.map(({ kind, exchange }) => `${kind}: ${templateOf.get(exchange.id)}`),
    );
    expect([...new Set(culprits)]).toEqual([]);
  });

  it('raises no alarm', () => {
    const alarms = outside
      .filter(({ finding }) => finding.severity !== 'info')
      .map(({ finding, message }) => `${finding.check}: ${templateOf.get(message.exchange.id)}`);
    expect([...new Set(alarms)]).toEqual([]);
  });
});
