import { describe, expect, it } from 'vitest';
import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { settledSnapshot } from '../../src/analysis/settled-snapshot.ts';
import type { Exchange, Navigation } from '../../src/http/exchange.ts';
import type { Recording, RedactionNote } from '../../src/http/recording.ts';
import { mergeSources } from '../../src/recorders/merge-sources.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { conclusionsOf } from '../helpers/conclusions.ts';
import { exchange, login, START } from '../helpers/exchanges.ts';

const MINUTE = 60_000;
const SOURCES = ['browser.har', 'backend.har'].map((file) => ({
  file,
  recorder: 'x',
  exchanges: 0,
}));

interface Given {
  readonly exchanges: readonly Exchange[];
  readonly navigations?: readonly Navigation[];
}

/** A recording, what was concluded from it, and what is concluded from what was held of it. */
async function againOf({ exchanges, navigations = [] }: Given) {
  const first = createAnalysis();
  first.addSource(1, 'backend.har', mergeSources);
  for (const one of exchanges) first.add(one);
  for (const one of navigations) first.addNavigation(one);
  const before = await settledSnapshot(first);
  const recording = first.recording(SOURCES);
  return { recording, before, after: await analyseRecording(recording) };
}

describe('a new analysis of the recording that is held says the same', () => {
  it.each(captures.map(({ path }) => path))('%s', async (path) => {
    const { before, after } = await againOf({ exchanges: exchangesOf(path) });
    expect(conclusionsOf(after)).toEqual(conclusionsOf(before));
  });

  it.each(
    captures
      .filter(({ path }) => path.endsWith('.browser.har'))
      .flatMap(({ path }) => [0, -20, 20].map((minutes) => [path, minutes] as const)),
  )('%s with its back channel, whose clock differs by %i minutes', async (path, minutes) => {
    const backend = exchangesOf(path.replace('.browser.', '.backend.'));
    const moved = backend.map((one) => ({ ...one, startedAt: one.startedAt + minutes * MINUTE }));
    const { before, after } = await againOf({ exchanges: [...exchangesOf(path), ...moved] });
    expect(conclusionsOf(after)).toEqual(conclusionsOf(before));
    expect(after.clockShifts.get(1) === 0).toBe(minutes === 0);
  });

  it('all captures of a browser one after another', async () => {
    let start = START;
    const exchanges = captures
      .filter(({ folder }) => folder === 'chromium')
      .flatMap(({ name, path }) => {
        const all = exchangesOf(path);
        const by = start - Math.min(...all.map(({ startedAt }) => startedAt));
        start += MINUTE;
        return all.map((one) => ({
          ...one,
          id: `${name} ${one.id}`,
          startedAt: one.startedAt + by,
        }));
      });
    const { before, after } = await againOf({ exchanges: [...exchanges].reverse() });
    expect(conclusionsOf(after)).toEqual(conclusionsOf(before));
  }, 60_000);
});

it('a recording is in time order, with what belongs to no message and its navigations', async () => {
  const url = 'https://app.example.com/cb#access_token=at-1-kZ8vQ2&state=s-1&token_type=Bearer';
  const navigations = [{ at: START + 500, url }];
  const cookie = exchange(9, {
    url: 'https://app.example.com/start',
    destination: 'empty',
    mode: 'cors',
    answer: { 'set-cookie': 'oauth_state=x; Path=/' },
  });
  const asset = exchange(8, {
    url: 'https://app.example.com/a.png',
    destination: 'other',
    mode: 'no-cors',
  });
  const exchanges = [cookie, asset, ...login()];
  const { recording, before, after } = await againOf({ exchanges, navigations });
  expect(recording.navigations).toEqual(navigations);
  const kept = exchanges.filter((one) => one !== asset);
  expect(recording.exchanges).toEqual(kept.sort((a, b) => a.startedAt - b.startedAt));
  expect(conclusionsOf(after)).toEqual(conclusionsOf(before));
});

describe('a redacted recording', () => {
  const note: RedactionNote = {
    version: 1,
    placeholders: [
      {
        name: '‹code-1›',
        label: 'code',
        class: 'one-time',
        standIn: 'c-93bQ',
        length: 6,
        times: 2,
      },
    ],
    signatures: {},
    hides: ['Keys cannot be tried on tokens any more.'],
  };
  const redacted: Recording = {
    exchanges: login(),
    navigations: [],
    gaps: [],
    sources: [],
    redaction: note,
  };

  it('says so, and what that hides', async () => {
    const snapshot = await analyseRecording(redacted);
    expect(snapshot.redaction).toEqual(note);
    expect(snapshot.gaps[0]).toEqual({
      kind: 'sanitized-file',
      text: 'This recording is redacted: one value was replaced before it was shared. Keys cannot be tried on tokens any more.',
      at: null,
    });
  });

  it('stays redacted when it is written again, and is forgotten with its exchanges', () => {
    const analysis = createAnalysis();
    analysis.addNote(note);
    for (const one of redacted.exchanges) analysis.add(one);
    const recording = analysis.recording(SOURCES);
    expect(recording).toEqual({ ...redacted, sources: SOURCES });
    analysis.clear();
    expect(analysis.snapshot().redaction).toBeNull();
    expect(analysis.recording([]).redaction).toBeUndefined();
  });
});
