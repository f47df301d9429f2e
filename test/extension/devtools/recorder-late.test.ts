import { describe, expect, it, vi } from 'vitest';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { whenExtensionEnds } from '../../../src/extension/devtools/extension-life.ts';
import { keepConnected } from '../../../src/extension/devtools/panel-connection.ts';
import type { RecorderPort } from '../../../src/extension/handover.ts';
import { eventsOf, exchangesOf, gapsOf, NOON } from '../entries.ts';
import { CALLBACK, document, record, token, useTestClock } from './record.ts';

useTestClock();

const never = () => new Promise<never>(() => undefined);

describe('a page that does not answer', () => {
  it('delays nothing, and the recording says so once', async () => {
    const { devtools, port, finish, pass } = record();
    await pass(0);
    devtools.evaluate = never;
    devtools.navigate(CALLBACK);
    devtools.navigate(`${CALLBACK}&again=1`);
    await finish(document(CALLBACK), token({ at: 5 }));
    expect(exchangesOf(port)).toHaveLength(2);
    await pass(20_000);
    expect(gapsOf(port).filter((kind) => kind === 'no-answer')).toHaveLength(1);
  });

  it('does not keep the panel waiting for its URL', async () => {
    const { devtools, port, pass } = record();
    await pass(0);
    devtools.evaluate = never;
    const url = port.inspectedUrl();
    await pass(5_000);
    expect(await url).toBeNull();
  });
});

it('a log that never comes is no page that hides it, and is asked for again', async () => {
  const { devtools, port, finish, pass } = record();
  await pass(0);
  const read = devtools.readLog;
  const asked = vi.fn(never);
  devtools.readLog = asked;
  await finish(token());
  await pass(40_000);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(gapsOf(port)).toContain('no-answer');
  expect(gapsOf(port)).not.toContain('blind-page');
  devtools.readLog = read;
  devtools.log = { entries: [token(), document(CALLBACK, { at: 3 })], pages: 1 };
  // After a read, the log rests for ten times as long.
  await pass(300_000);
  await finish(token({ at: 340_000 }));
  await pass(10_000);
  expect(exchangesOf(port)).toHaveLength(3);
});

describe.each([
  ['a page from a file', 'file:///home/me/app.html'],
  ['an empty page', 'about:blank'],
])('%s', (_, url) => {
  it('is a gap at the start', async () => {
    const { port, pass } = record(CHROMIUM, [url, NOON - 1_000]);
    await pass(1_000);
    expect(gapsOf(port)).toEqual(['blind-page']);
  });

  it('is a gap when the tab goes there', async () => {
    const { devtools, port, pass } = record();
    await pass(1_000);
    devtools.page = [url, NOON + 1_000];
    devtools.navigate(url);
    await pass(1_000);
    expect(gapsOf(port)).toContain('blind-page');
  });
});

it('a page that is still loading at the start is no gap', async () => {
  const { devtools, port, pass } = record(CHROMIUM, null);
  await pass(100);
  devtools.page = ['https://client.example.com/', NOON + 50];
  await pass(1_000);
  expect(gapsOf(port)).toEqual([]);
});

it('an extension that ends says so once, and what was recorded stays', async () => {
  const { recorder, port, finish, pass } = record();
  let alive = true;
  whenExtensionEnds(
    () => recorder.end(),
    () => alive,
  );
  await finish(token());
  await pass(10_000);
  expect(eventsOf(port).map(({ type }) => type)).not.toContain('ended');
  alive = false;
  await pass(10_000);
  expect(eventsOf(port).filter(({ type }) => type === 'ended')).toHaveLength(1);
  expect(exchangesOf(port)).toHaveLength(1);
});

it('a panel that is reloaded in place is connected again', async () => {
  const connect = vi.fn();
  const panel = new EventTarget() as Window & EventTarget;
  const port = {} as RecorderPort;
  const load = () => {
    panel.grantscopeConnect = (given) => {
      delete panel.grantscopeConnect;
      connect(given);
    };
  };
  keepConnected(panel, port);
  load();
  await vi.advanceTimersByTimeAsync(100);
  expect(connect).toHaveBeenCalledTimes(1);
  panel.dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(1_000);
  load();
  await vi.advanceTimersByTimeAsync(100);
  expect(connect.mock.calls).toEqual([[port], [port]]);
});
