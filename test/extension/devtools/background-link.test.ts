import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundLink } from '../../../src/extension/devtools/background-link.ts';
import type { ToBackground, ToDevtools } from '../../../src/extension/wire/devtools-port.ts';

/** The browser's side of all ports that were opened. */
const browser = vi.hoisted(() => {
  const opened: { posted: unknown[]; tell(message: unknown): void; end(): void }[] = [];
  const event = () => {
    const listeners: ((value: unknown) => void)[] = [];
    return {
      addListener: (listener: (value: unknown) => void) => void listeners.push(listener),
      call: (value: unknown) => {
        for (const listener of listeners) listener(value);
      },
    };
  };
  const connect = () => {
    if (state.ended) throw new Error('Extension context invalidated.');
    const [onMessage, onDisconnect, posted] = [event(), event(), [] as unknown[]];
    opened.push({ posted, tell: onMessage.call, end: () => onDisconnect.call(null) });
    const postMessage = (message: unknown) => {
      if (state.ended) throw new Error('Extension context invalidated.');
      posted.push(message);
    };
    return { onMessage, onDisconnect, postMessage, disconnect: () => undefined };
  };
  const state: { ended: boolean; tabId: number | undefined } = { ended: false, tabId: 7 };
  return { opened, connect, state };
});

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'x', connect: browser.connect, onMessage: { addListener: () => undefined } },
    devtools: {
      inspectedWindow: {
        get tabId() {
          return browser.state.tabId;
        },
      },
    },
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  browser.opened.length = 0;
  Object.assign(browser.state, { ended: false, tabId: 7 });
});
afterEach(() => vi.useRealTimers());

function open() {
  const receiver = {
    message: vi.fn<(message: ToDevtools) => void>(),
    impossible: vi.fn(),
    silent: vi.fn(),
    origin: async () => 'https://client.example.com',
  };
  const link = new BackgroundLink();
  link.open(receiver);
  const posted = (port: number) =>
    (browser.opened[port]?.posted as ToBackground[] | undefined)?.map(({ type }) => type);
  return { link, receiver, posted, pass: (time: number) => vi.advanceTimersByTimeAsync(time) };
}

describe('the line to the background', () => {
  it('is not opened where the target is no tab', () => {
    browser.state.tabId = undefined;
    const { receiver } = open();
    expect(receiver.impossible).toHaveBeenCalledTimes(1);
    expect(browser.opened).toHaveLength(0);
  });

  it('pings while it records, and hands messages over but for pongs', async () => {
    const { receiver, posted, pass } = open();
    browser.opened[0]?.tell({ type: 'state', on: true });
    // The second watch says what page the tab shows.
    await pass(0);
    browser.opened[0]?.tell({ type: 'pong' });
    await pass(10_000);
    expect(posted(0)).toEqual(['watch', 'watch', 'ping']);
    expect(receiver.message.mock.calls).toEqual([[{ type: 'state', on: true }]]);
    expect(receiver.silent).not.toHaveBeenCalled();
  });

  it('is opened anew, more and more rarely, while nothing answers', async () => {
    const { receiver, pass } = open();
    await pass(120_000);
    expect(receiver.silent.mock.calls.length).toBeGreaterThan(3);
    expect(browser.opened.length).toBeLessThan(15);
    const tries = browser.opened.length;
    while (browser.opened.length === tries) await pass(100);
    const before = browser.opened.length;
    browser.opened.at(-1)?.tell({ type: 'state', on: false });
    await pass(120_000);
    expect(browser.opened).toHaveLength(before);
  });

  it('is opened again when the browser stopped a background that records', async () => {
    const { posted, pass } = open();
    browser.opened[0]?.tell({ type: 'state', on: true });
    browser.opened[0]?.end();
    await pass(200);
    expect(posted(1)?.[0]).toBe('watch');
  });

  it('gives a background that was stopped while it was asked, and started again, its whole time', async () => {
    const { receiver, pass } = open();
    browser.opened[0]?.tell({ type: 'state', on: true });
    await pass(0);
    browser.opened[0]?.tell({ type: 'pong' });
    await pass(15_000);
    browser.opened[0]?.end();
    await pass(5_000);
    browser.opened[1]?.tell({ type: 'state', on: true });
    expect(receiver.silent).not.toHaveBeenCalled();
  });

  it('throws nothing when the extension has ended', async () => {
    const { link, pass } = open();
    browser.opened[0]?.tell({ type: 'state', on: true });
    browser.state.ended = true;
    await pass(60_000);
    expect(() => link.ask()).not.toThrow();
    browser.opened[0]?.end();
    await pass(60_000);
    expect(browser.opened).toHaveLength(1);
  });
});
