import { describe, expect, it, vi } from 'vitest';
import { chromiumEntry, exchangesOf, gapsOf, NOON, TOKEN_FORM, TOKEN_URL } from '../entries.ts';
import { CALLBACK, document, record, token, useTestClock } from './record.ts';

useTestClock();

describe('the port', () => {
  it('sends the backlog, then each change, until the listener leaves', async () => {
    const { port, finish } = record();
    await finish(token());
    const types: string[] = [];
    const stop = port.subscribe((event) => types.push(event.type));
    expect(types).toEqual(['state', 'exchanges', 'gap']);
    await finish(token({ at: 1 }));
    stop();
    await finish(token({ at: 2 }));
    expect(types.slice(3)).toEqual(['exchanges']);
  });

  it('forgets a listener that throws', async () => {
    const { port, finish } = record();
    const listener = vi.fn(() => {
      throw new Error("can't access dead object");
    });
    port.subscribe(listener);
    await finish(token());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('restores cleared exchanges for ten seconds', async () => {
    const { port, finish, pass, urls } = record();
    await finish(token());
    port.clear();
    expect(urls()).toEqual([]);
    await finish(token({ at: 9 }));
    expect(port.undoClear()).toBe(true);
    expect(urls()).toHaveLength(2);
    expect(port.undoClear()).toBe(false);
    port.clear();
    await pass(10_001);
    expect(port.undoClear()).toBe(false);
  });

  it('takes unfinished exchanges from the log, and no cleared ones', async () => {
    const { devtools, port, pass } = record();
    await pass(1_000);
    port.clear();
    const entry = (at: number, time: number) =>
      chromiumEntry({ at, time, method: 'POST', post: TOKEN_FORM, getContent: async () => null });
    devtools.log = { entries: [entry(100, 50), entry(900, 400.5)], pages: 1 };
    devtools.finish(chromiumEntry({ at: 1_100, url: CALLBACK, type: 'document' }));
    await pass(10_000);
    const times = exchangesOf(port).map(({ startedAt }) => startedAt - NOON);
    expect(times).toEqual([900, 1_100]);
  });

  it('does not show an exchange that was cleared while its body was loading', async () => {
    const { port, finish, pass, urls } = record();
    await finish(token({ getContent: () => new Promise(() => undefined) }));
    port.clear();
    await pass(6_000);
    expect(urls()).toEqual([]);
    expect(port.undoClear()).toBe(true);
    expect(urls()).toEqual([TOKEN_URL]);
  });

  it('adds nothing while paused, not even from the log, and says so', async () => {
    const { devtools, port, finish, pass, urls } = record();
    port.setPaused(true);
    await finish(token());
    port.setPaused(false);
    devtools.log = { entries: [token()], pages: 1 };
    await finish(document(CALLBACK, { at: 3 }));
    await pass(4_000);
    expect(urls()).toEqual([CALLBACK]);
    expect(gapsOf(port)).toContain('paused');
  });

  it('says that it began late, and reloads the page on demand', async () => {
    const { devtools, port, pass } = record();
    await pass(0);
    expect(gapsOf(port)).toEqual(['late-start']);
    port.reloadPage();
    expect(devtools.reloads).toBe(1);
    expect(await port.inspectedUrl()).toBe('https://client.example.com/');
  });
});
