import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../src/analysis/analysis.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { mergeSources } from '../src/recorders/merge-sources.ts';
import { captures, exchangesOf } from './helpers/captures.ts';

const MINUTE = 60_000;

const pairs = captures
  .filter(({ path }) => path.endsWith('.browser.har'))
  .map(({ name, folder, path }) => ({
    name,
    folder,
    browser: exchangesOf(path),
    backend: exchangesOf(path.replace('.browser.', '.backend.')),
  }));

type Pair = (typeof pairs)[number];

function analyse(exchanges: readonly Exchange[]): Snapshot {
  const analysis = createAnalysis();
  analysis.addSource(1, 'backend.har', mergeSources);
  exchanges.forEach(analysis.add);
  return analysis.snapshot();
}

const later = (exchanges: readonly Exchange[], milliseconds: number): readonly Exchange[] =>
  exchanges.map((one) => ({ ...one, startedAt: one.startedAt + milliseconds }));

const together = ({ browser, backend }: Pair, skew: number): Snapshot =>
  analyse([...browser, ...later(backend, skew)]);

const messages = ({ flows }: Snapshot) =>
  flows.map(({ flow, outcome, findings }) => ({
    outcome,
    messages: flow.messages.map(({ kind, exchange }) => `${exchange.source} ${kind}`),
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
  }));

const LOGIN = [
  '0 authorization-request',
  '0 interaction',
  '0 interaction',
  '0 authorization-response',
  '1 metadata-request',
  '1 token-request',
  '1 userinfo-request',
  '0 landing',
];

/** The expected login of a server when both sides were recorded. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  'server-side': ['1 metadata-request', ...LOGIN],
  'server-side-par': ['1 metadata-request', '1 pushed-authorization-request', ...LOGIN],
};

describe('a server’s login, recorded by a browser and mitmproxy', () => {
  it.each(pairs)('$folder $name is one flow with its token request in its place', (pair) => {
    expect(messages(together(pair, 0))).toEqual([
      { outcome: 'succeeded', messages: WHOLE[pair.name], alarms: [] },
    ]);
    expect(together(pair, 0).gaps).toEqual([]);
  });

  it.each(pairs)('$folder $name is the same if the clocks differ by twenty minutes', (pair) => {
    for (const skew of [-20 * MINUTE, 20 * MINUTE]) {
      const snapshot = together(pair, skew);
      expect(messages(snapshot)).toEqual(messages(together(pair, 0)));
      expect(Math.abs((snapshot.clockShifts.get(1) ?? 0) + skew)).toBeLessThan(1_000);
      expect(snapshot.gaps.map(({ text }) => text)).toEqual([
        `The clock of backend.har runs 20 min ${skew < 0 ? 'behind' : 'ahead of'} the browser’s; its times were shifted.`,
      ]);
    }
  });

  it.each(pairs)(
    '$folder $name has an unknown outcome in the browser’s recording alone',
    (pair) => {
      const { flows, gaps } = analyse(pair.browser);
      expect(flows.map(({ outcome }) => outcome)).toEqual(['unknown']);
      expect(gaps.map(({ kind }) => kind)).toEqual(['back-channel']);
    },
  );
});
