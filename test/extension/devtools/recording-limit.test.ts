import { describe, expect, it } from 'vitest';
import type { RecorderEvent } from '../../../src/extension/handover.ts';
import { chromiumEntry, exchangesOf, gapsOf, NOON } from '../entries.ts';
import { record, token, useTestClock } from './record.ts';

useTestClock();

const MEGABYTE = 'x'.repeat(1_000_000);
const API = { headers: { Authorization: 'Bearer 2YotnFZFEjr1zCsicMWpAA' } };

/** A recorder and the events of a panel that is open from the start. */
function open() {
  const setup = record();
  const dropped: string[] = [];
  setup.port.subscribe((event: RecorderEvent) => {
    if (event.type === 'dropped') dropped.push(...event.ids);
  });
  /** A token response of a megabyte at that minute. */
  const large = (minute: number) =>
    setup.finish(
      token({
        at: minute * 60_000,
        time: minute + 0.5,
        getContent: async () => ({ content: MEGABYTE, encoding: '' }),
      }),
    );
  const minutes = () => exchangesOf(setup.port).map(({ startedAt }) => (startedAt - NOON) / 60_000);
  return { ...setup, dropped, large, minutes };
}

describe('a recording at its limit', () => {
  it('loses its oldest exchanges, tells the panel which, and says so', async () => {
    const { port, dropped, large, minutes, pass } = open();
    await pass(3_600_000);
    for (let minute = 0; minute < 40; minute += 1) await large(minute);
    expect(dropped.length).toBeGreaterThan(5);
    expect(minutes()).toHaveLength(40 - dropped.length);
    expect(minutes()[0]).toBe(dropped.length);
    expect(gapsOf(port)).toContain('dropped');
  });

  it('keeps what the panel shows, and removes flows whole', async () => {
    const { port, large, minutes, pass } = open();
    await pass(3_600_000);
    const idOf = (minute: number) =>
      exchangesOf(port).find(({ startedAt }) => startedAt === NOON + minute * 60_000)?.id ?? '';
    for (let minute = 0; minute < 30; minute += 1) await large(minute);
    const [first, flow] = [idOf(0), [1, 15].map(idOf)];
    port.askBeforeDropping(() => ({ stay: new Set([first]), flows: [[first], flow] }));
    for (let minute = 30; minute < 40; minute += 1) await large(minute);
    expect(minutes()).toContain(0);
    expect(minutes()).not.toContain(1);
    expect(minutes()).not.toContain(15);
    expect(minutes()).toContain(16);
  });

  it('removes nothing of the last minutes, which may be a login under way', async () => {
    const { dropped, large, minutes, pass } = open();
    await pass(0);
    for (let minute = 0; minute < 40; minute += 1) await large(minute / 60);
    expect(dropped).toEqual([]);
    expect(minutes()).toHaveLength(40);
  });

  it('takes logins but no more successful API calls while nothing may be removed', async () => {
    const { port, finish, large, urls, pass } = open();
    await pass(0);
    for (let minute = 0; minute < 40; minute += 1) await large(minute / 60);
    const call = (status: number) =>
      chromiumEntry({
        at: 60_000 + status,
        status,
        url: `https://api.example.com/${status}`,
        ...API,
      });
    await finish(call(200), call(500), token({ at: 70_000 }));
    await pass(6_000);
    expect(urls().slice(-2)).toEqual(['https://api.example.com/500', urls()[0]]);
    expect(gapsOf(port).filter((kind) => kind === 'dropped')).toHaveLength(1);
  });

  it('forgets who was asked when the panel is gone', async () => {
    const { port, dropped, large, pass } = open();
    await pass(3_600_000);
    port.askBeforeDropping(() => {
      throw new Error("can't access dead object");
    });
    for (let minute = 0; minute < 40; minute += 1) await large(minute);
    expect(dropped.length).toBeGreaterThan(5);
  });
});
