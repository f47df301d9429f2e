import { describe, expect, it } from 'vitest';
import { pagesOfCaptures } from './corpus/captures.ts';
import { corpus } from './corpus/corpus.ts';
import { playgroundPages } from './corpus/playground.ts';
import { recordedTemplates } from './corpus/recorded.ts';
import { snapshotOf } from './helpers/analyse.ts';

const COUNT = 100_000;
const SEED = 20_260_101;

const recorded = [...(await playgroundPages()), ...pagesOfCaptures()];

describe('a recording of 100,000 exchanges without OAuth', () => {
  const { samples, templateNames } = corpus(COUNT, SEED, recordedTemplates(recorded));
  const { flows, loose, outside } = snapshotOf(samples.map(({ exchange }) => exchange));
  const templateOf = new Map(samples.map(({ exchange, template }) => [exchange.id, template]));

  it('holds every kind of look-alike many times', () => {
    const counts = new Map<string, number>();
    for (const { template } of samples) counts.set(template, (counts.get(template) ?? 0) + 1);
    expect(templateNames.filter((name) => (counts.get(name) ?? 0) < 100)).toEqual([]);
  });

  it('holds every route of the playground without a login', () => {
    const playground = templateNames.filter((name) => name.startsWith('playground: '));
    expect(
      playground.filter((name) => /page GET app\/(?:callback|server\/done|)$/.test(name)),
    ).toHaveLength(3);
    expect(playground).toContain('playground: asset GET app/client.js');
    expect(playground).toContain('playground: call POST app/arm');
    for (const host of ['app', 'issuer', 'api', 'upstream', 'secure'])
      expect(playground).toContain(`playground: page GET ${host}/no-such-page`);
  });

  it('has no flow', () => {
    const culprits = flows.flatMap(({ flow }) =>
      flow.messages.map(({ kind, exchange }) => `${kind}: ${templateOf.get(exchange.id)}`),
    );
    expect([...new Set(culprits)]).toEqual([]);
  });

  it('has no message that waits for its flow', () => {
    const culprits = loose.map(({ kind, exchange }) => `${kind}: ${templateOf.get(exchange.id)}`);
    expect([...new Set(culprits)]).toEqual([]);
  });

  it('finds nothing', () => {
    const alarms = outside.map(
      ({ finding, message }) => `${finding.check}: ${templateOf.get(message.exchange.id)}`,
    );
    expect([...new Set(alarms)]).toEqual([]);
  });
});
