import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import type { LiveEntry } from '../../../src/extension/devtools/devtools-api.ts';
import { EntryIndex } from '../../../src/extension/devtools/entry-index.ts';
import { chromiumEntry, firefoxEntry } from '../entries.ts';

const pending = chromiumEntry({ time: 0, status: 0 });

describe('EntryIndex', () => {
  it('finds in the log only entries without an event', () => {
    const index = new EntryIndex(CHROMIUM.isPending);
    const told = chromiumEntry();
    const missed = chromiumEntry({ url: 'https://client.example.com/callback', method: 'POST' });
    index.fromEvent(told);
    expect(index.fromLog([{ ...told }, missed], false).map(({ entry }) => entry)).toEqual([missed]);
    expect(index.fromLog([{ ...told }, missed], false)).toEqual([]);
  });

  it.each([8.25, 9])('takes a status from the log once if the event lacked it', (time) => {
    const index = new EntryIndex(CHROMIUM.isPending);
    const id = index.fromEvent(chromiumEntry({ status: 0, error: 'net::ERR_FAILED' }));
    const log = [chromiumEntry({ status: 400, error: 'net::ERR_FAILED', time })];
    expect(index.fromLog(log, false)).toEqual([{ id, entry: log[0] }]);
    expect(index.fromLog(log, false)).toEqual([]);
  });

  it.each([8, 9])('takes a status that one log of Firefox lacked from a later log', (time) => {
    const index = new EntryIndex(FIREFOX.isPending);
    const [early] = index.fromLog([firefoxEntry({ status: 0 })], false);
    expect(index.fromLog([firefoxEntry({ status: 0 })], false)).toEqual([]);
    const later = firefoxEntry({ status: 200, time });
    expect(index.fromLog([later], false)).toEqual([{ id: early?.id, entry: later }]);
    expect(index.fromLog([later], false)).toEqual([]);
  });

  it('does not take a status from the log if the log gave it before the event', () => {
    const index = new EntryIndex(FIREFOX.isPending);
    const whole = firefoxEntry({ status: 200 });
    const [early] = index.fromLog([whole], false);
    expect(index.fromEvent(firefoxEntry({ status: 0 }))).toBe(early?.id);
    expect(index.fromLog([whole], false)).toEqual([]);
  });

  it('tells identical parallel requests of Chromium apart by their duration', () => {
    const index = new EntryIndex(CHROMIUM.isPending);
    index.fromEvent(chromiumEntry({ time: 1.25 }));
    const log = [chromiumEntry({ time: 1.25 }), chromiumEntry({ time: 1.5 })];
    expect(index.fromLog(log, false)).toHaveLength(1);
  });

  it('counts identical requests when the durations of log and events differ', () => {
    const index = new EntryIndex(FIREFOX.isPending);
    index.fromEvent(firefoxEntry({ time: 8 }));
    expect(index.fromLog([firefoxEntry({ time: 9 })], false)).toEqual([]);
    expect(
      index.fromLog([firefoxEntry({ time: 9 }), firefoxEntry({ time: 9 })], false),
    ).toHaveLength(1);
  });

  it('keeps both of two identical requests that took equally long and were answered differently', () => {
    const first = firefoxEntry({ time: 8, status: 200 });
    const second = firefoxEntry({ time: 8, status: 400 });
    const index = new EntryIndex(FIREFOX.isPending);
    const id = index.fromEvent(first);
    expect(index.fromEvent(second)).not.toBe(id);
    expect(index.fromLog([first, second], false)).toEqual([]);
  });

  it('completes the one of two identical requests whose response was not told', () => {
    const index = new EntryIndex(FIREFOX.isPending);
    const refused = firefoxEntry({ time: 8, status: 400 });
    const lost = firefoxEntry({ time: 7, status: 0 });
    index.fromEvent(refused);
    const id = index.fromEvent(lost);
    const whole = firefoxEntry({ time: 8, status: 200 });
    expect(index.fromLog([whole, refused], false)).toEqual([{ id, entry: whole }]);
  });

  it('gives an event the id of what the log showed before', () => {
    const index = new EntryIndex(CHROMIUM.isPending);
    const [early] = index.fromLog([chromiumEntry({ time: 5 })], false);
    expect(index.fromEvent(chromiumEntry({ time: 9 }))).toBe(early?.id);
    expect(index.fromLog([chromiumEntry({ time: 9 })], false)).toEqual([]);
  });

  it('leaves out requests that still wait, until they are asked for', () => {
    const index = new EntryIndex(CHROMIUM.isPending);
    expect(index.fromLog([pending], false)).toEqual([]);
    const [waiting] = index.fromLog([pending], true);
    expect(waiting).toBeDefined();
    const [finished] = index.fromLog([chromiumEntry({ time: 12.5 })], false);
    expect(finished?.id).toBe(waiting?.id);
  });

  describe('in Firefox, where nothing has a status yet', () => {
    const unanswered = { status: 0, responseHeaders: {}, bodySize: -1 } as const;
    const preflight = { ...unanswered, method: 'OPTIONS' };
    const told = (...log: readonly LiveEntry[]) =>
      new EntryIndex(FIREFOX.isPending).fromLog(log, false).length;

    it('shows failed requests, and requests that were blocked before they were sent', () => {
      expect(told(firefoxEntry(unanswered))).toBe(1);
      expect(told(firefoxEntry({ ...unanswered, without: 'sending' }))).toBe(1);
    });

    it('leaves out requests that wait for their answer or their preflight', () => {
      const stopped = firefoxEntry({ ...unanswered, without: 'sending' });
      expect(told(firefoxEntry({ ...unanswered, without: 'end' }))).toBe(0);
      expect(told(stopped, firefoxEntry({ ...preflight, without: 'end' }))).toBe(0);
      expect(told(stopped, firefoxEntry({ ...preflight, status: 404 }))).toBe(2);
    });
  });

  it('counts forgotten entries as seen', () => {
    const index = new EntryIndex(CHROMIUM.isPending);
    const entry = (at: number) => chromiumEntry({ at, url: `https://a.test/${at}` });
    for (let at = 0; at < 20_500; at++) index.fromEvent(entry(at));
    expect(index.fromLog([entry(0), entry(20_400), entry(30_000)], false)).toHaveLength(1);
  });

  it('never returns the same log twice', () => {
    const entry = fc
      .record({ at: fc.nat(3), time: fc.nat(3), told: fc.boolean() })
      .map(({ told, ...facts }) => ({ told, entry: chromiumEntry({ ...facts, status: 200 }) }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (all) => {
        const index = new EntryIndex(CHROMIUM.isPending);
        const ids = all.filter(({ told }) => told).map((one) => index.fromEvent(one.entry));
        const log = all.map((one) => one.entry);
        const news = index.fromLog(log, true).map(({ id }) => id);
        expect(new Set([...ids, ...news]).size).toBeGreaterThanOrEqual(news.length);
        expect(index.fromLog(log, true)).toEqual([]);
      }),
    );
  });
});
