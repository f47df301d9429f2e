import { describe, expect, it } from 'vitest';
import type { Loose } from '../../src/har/loose.ts';
import { login } from '../helpers/exchanges.ts';
import { readBack, readText, recordingOf, written } from './round-trip.ts';

const RECORDING = recordingOf(login());

/** The file after a change of its log. */
function changed(change: (log: { _grantscope: Loose; entries: { _grantscope: Loose }[] }) => void) {
  const har = JSON.parse(written(RECORDING));
  change(har.log);
  return readText(JSON.stringify(har));
}

describe('an entry whose `_grantscope` is damaged is read as plain HAR, with a warning', () => {
  it.each([
    ['null', null],
    ['a text', '<script>'],
    ['an empty object', {}],
    ['a kind that does not exist', { destination: 'moon' }],
    ['a time that is no number', { startedAt: '2026' }],
    ['a loss that does not exist', { request: { headersComplete: true, body: { unknown: 'x' } } }],
    ['a source that no file has', { source: 1e9 }],
  ])('%s', (_, value) => {
    const { exchanges, warnings, own } = changed(({ entries: [first] }) => {
      if (!first) return;
      const isPart = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
      first._grantscope = (isPart ? { ...first._grantscope, ...value } : value) as Loose;
    });
    expect(warnings).toEqual(['entries[0]._grantscope is damaged: the entry is read as plain HAR']);
    const [before] = RECORDING.exchanges;
    expect(exchanges[0]?.request).toMatchObject({ url: before?.request.url, body: null });
    expect(exchanges.slice(1)).toEqual(RECORDING.exchanges.slice(1));
    expect(own?.sources).toEqual(RECORDING.sources);
  });
});

it.each([
  [{ version: 2 }, 'is of a newer version of Grantscope'],
  [{ gaps: [{ kind: 'x', text: 'y', at: null }] }, 'is damaged'],
  [{ navigations: 'none' }, 'is damaged'],
])('a damaged note of the log is ignored, and the entries are read: %#', (part, problem) => {
  const { exchanges, warnings, own } = changed((log) => {
    log._grantscope = { ...log._grantscope, ...part };
  });
  expect(warnings).toEqual([`log._grantscope ${problem}: only the entries are read`]);
  expect(exchanges).toEqual(RECORDING.exchanges);
  expect(own).toEqual({
    navigations: [],
    gaps: [],
    sources: [{ file: '', recorder: '', exchanges: 0 }],
  });
});

it('two exchanges of one id stay two', () => {
  const { exchanges } = changed(({ entries }) => {
    for (const entry of entries) entry._grantscope = { ...entry._grantscope, id: 'a' };
  });
  expect(new Set(exchanges.map(({ id }) => id)).size).toBe(RECORDING.exchanges.length);
});

it('behind another file, ids and sources are its own', () => {
  const { exchanges } = readText(written(RECORDING), 3);
  expect(exchanges).toEqual(
    RECORDING.exchanges.map((one) => ({ ...one, id: `3:${one.id}`, source: 3 })),
  );
});

it('the members of a file may be in any order', () => {
  const { log } = JSON.parse(written(RECORDING));
  const { creator, entries, _grantscope, ...rest } = log;
  expect(readBack(JSON.stringify({ log: { entries, ...rest, _grantscope, creator } }))).toEqual(
    RECORDING,
  );
});
