import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import type { BackgroundLine, Receiver } from '../../../src/extension/devtools/background-link.ts';
import { Recorder } from '../../../src/extension/devtools/recorder.ts';
import type { WireEvent } from '../../../src/extension/wire/wire-event.ts';
import { createTriage } from '../../../src/oauth/triage.ts';
import {
  chromiumEntry,
  eventsOf,
  exchangesOf,
  gapsOf,
  NOON,
  TOKEN_FORM,
  TOKEN_URL,
  testDevtools,
} from '../entries.ts';

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => vi.useRealTimers());

function record() {
  const devtools = testDevtools();
  const asked: string[] = [];
  let receiver: Receiver | null = null;
  const line: BackgroundLine = {
    open: (it) => {
      receiver = it;
    },
    ask: () => void asked.push('ask'),
    forget: () => void asked.push('forget'),
    tabId: 7,
    listen: () => {},
    keep: () => {},
    say: () => {},
  };
  const { port } = new Recorder({
    api: devtools,
    browser: CHROMIUM,
    triage: createTriage(),
    line,
  });
  const tell = (...events: readonly WireEvent[]) => receiver?.message({ type: 'events', events });
  const state = (on: boolean) => receiver?.message({ type: 'state', on });
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return { devtools, port, asked, tell, state, pass, receiver: () => receiver };
}

const token = () =>
  chromiumEntry({ method: 'POST', post: TOKEN_FORM, getContent: async () => null, at: 10 });

const seen = (body: string): readonly WireEvent[] => [
  {
    type: 'request',
    requestId: '1',
    at: NOON + 12,
    tabId: 7,
    kind: 'xmlhttprequest',
    method: 'POST',
    url: TOKEN_URL,
    initiator: null,
    body: { text: TOKEN_FORM },
  },
  {
    type: 'end',
    requestId: '1',
    at: NOON + 20,
    status: 200,
    statusText: '',
    headers: [],
    redirect: null,
    error: null,
    fromCache: false,
    delivered: true,
  },
  { type: 'body', requestId: '1', at: NOON + 20, body: { text: body } },
];

describe('the recorder with a background', () => {
  it('shows an exchange that both saw once, with the body that DevTools lost, and without a gap', async () => {
    const { devtools, port, state, tell, pass } = record();
    state(true);
    devtools.finish(token());
    await pass(100);
    tell(...seen('{"access_token":"at-1"}'));
    await pass(5_000);
    expect(exchangesOf(port)).toMatchObject([
      { response: { body: { text: '{"access_token":"at-1"}' } } },
    ]);
    expect(gapsOf(port)).not.toContain('lost-body');
  });

  it('shows a gap if the background has no answer either, or is off', async () => {
    for (const on of [true, false]) {
      const { devtools, port, state, pass } = record();
      state(on);
      devtools.finish(token());
      await pass(5_000);
      expect(gapsOf(port)).toContain('lost-body');
    }
  });

  it('keeps only OAuth, and nothing while it is paused', () => {
    const { port, tell } = record();
    const [request, ...rest] = seen('x');
    if (request?.type !== 'request') throw new Error('no request');
    tell({ ...request, url: 'https://cdn.example.com/app.json', body: null }, ...rest);
    port.setPaused(true);
    tell(...seen('x'));
    port.setPaused(false);
    expect(exchangesOf(port)).toEqual([]);
  });

  it('reports its state to the panel, and passes on what the panel wants', async () => {
    const { port, asked, state, receiver } = record();
    const states = () =>
      eventsOf(port).flatMap((event) => (event.type === 'background' ? [event.state] : []));
    expect(states()).toEqual([]);
    state(false);
    expect(states()).toEqual(['off']);
    port.askForBackground();
    state(true);
    expect(states()).toEqual(['on']);
    port.stopBackground();
    expect(asked).toEqual(['ask', 'forget']);
    expect(await receiver()?.origin()).toBe('https://client.example.com');
  });

  it('reports the new URL of a popup without a request', () => {
    const { port, receiver } = record();
    const navigation = { at: NOON, url: 'https://client.example.com/cb#access_token=at-1' };
    receiver()?.message({ type: 'navigation', navigation });
    expect(eventsOf(port)).toContainEqual({ type: 'navigation', navigation });
  });

  it('does not show cleared exchanges again until Clear is undone', async () => {
    const { port, tell, state, pass } = record();
    state(true);
    await pass(100);
    port.clear();
    tell(...seen('{"access_token":"at-1"}'));
    await pass(5_000);
    expect(exchangesOf(port)).toEqual([]);
    port.undoClear();
    tell(...seen('{"access_token":"at-1"}'));
    await pass(5_000);
    expect(exchangesOf(port)).toHaveLength(1);
  });
});
