import { describe, expect, it } from 'vitest';
import type {
  CopyEvent,
  EndEvent,
  RequestEvent,
  WireEvent,
} from '../../../src/extension/wire/wire-event.ts';
import { WireExchanges } from '../../../src/extension/wire/wire-exchange.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { NOON, TOKEN_FORM, TOKEN_URL } from '../entries.ts';

const requestId = '12';
const begun = (facts: Partial<RequestEvent> = {}): RequestEvent => ({
  type: 'request',
  requestId,
  at: NOON,
  tabId: 7,
  kind: 'xmlhttprequest',
  method: 'POST',
  url: TOKEN_URL,
  initiator: 'https://client.example.com',
  body: { text: TOKEN_FORM },
  ...facts,
});
const headers = [{ name: 'Content-Type', value: 'application/json' }];
const ended = (facts: Partial<EndEvent> = {}): EndEvent => ({
  type: 'end',
  requestId,
  at: NOON + 30,
  status: 200,
  statusText: 'OK',
  headers,
  redirect: null,
  error: null,
  fromCache: false,
  delivered: null,
  ...facts,
});
const failed = (error: string): EndEvent => ended({ status: 0, headers: [], error });
const copy = (facts: Partial<CopyEvent> = {}): CopyEvent => ({
  type: 'copy',
  at: NOON + 2,
  tabId: 7,
  method: 'POST',
  url: TOKEN_URL,
  status: 200,
  request: TOKEN_FORM,
  text: '{"access_token":"at-1"}',
  ...facts,
});

/** The newest version of each exchange. */
function exchangesOf(...events: readonly WireEvent[]): readonly Exchange[] {
  const seen = new Map<string, Exchange>();
  const wire = new WireExchanges((exchange) => seen.set(exchange.id, exchange));
  for (const event of events) wire.take(event);
  return [...seen.values()];
}

describe('who sent a request', () => {
  it.each([
    [7, undefined],
    [8, 'popup'],
    [-1, 'worker'],
  ])('tab %i while tab 7 is inspected', (tabId, sentFrom) => {
    const seen: Exchange[] = [];
    const wire = new WireExchanges((exchange) => seen.push(exchange), 7);
    for (const event of [begun({ tabId }), ended()]) wire.take(event);
    expect(seen.map((exchange) => exchange.sentFrom)).toEqual([sentFrom]);
  });
});

describe('the events of a request', () => {
  it('become an exchange when it is over', () => {
    const sent = { type: 'sent', requestId, at: NOON, headers: [] } as const;
    expect(exchangesOf(begun(), sent)).toEqual([]);
    expect(exchangesOf(begun(), sent, ended())).toMatchObject([
      {
        startedAt: NOON,
        duration: 30,
        destination: 'empty',
        request: { method: 'POST', body: { text: TOKEN_FORM }, headersComplete: true },
        response: { status: 200, body: { unknown: 'not-recorded' } },
        failure: null,
      },
    ]);
  });

  it('become one exchange for every hop', () => {
    const kind = 'main_frame';
    const url = 'https://client.example.com/cb?code=c#f';
    const hops = exchangesOf(
      begun({ kind, method: 'GET', body: null }),
      ended({ status: 302, redirect: url }),
      begun({ kind, method: 'GET', body: null, url, at: NOON + 40 }),
      ended({ at: NOON + 60 }),
    );
    expect(hops.map(({ request, response }) => [request.url, response?.status])).toEqual([
      [TOKEN_URL, 302],
      [url, 200],
    ]);
  });

  it('are one exchange if Firefox reports a detour through a service worker', () => {
    const detour = ended({ status: 0, headers: [], redirect: TOKEN_URL });
    expect(exchangesOf(begun(), detour, begun({ at: NOON + 5 }), ended())).toHaveLength(1);
  });

  it('name the reason of a failure', () => {
    const [exchange] = exchangesOf(begun(), failed('NS_ERROR_CONNECTION_REFUSED'));
    expect(exchange).toMatchObject({ response: null, failure: { reason: 'connection-refused' } });
    const sentence = 'The certificate is not trusted because it is self-signed.';
    expect(exchangesOf(begun(), failed(sentence))).toMatchObject([{ failure: { reason: 'tls' } }]);
  });

  it('keep the answer that CORS withholds', () => {
    const answer = { type: 'headers', requestId, at: NOON, status: 200, statusText: '', headers };
    const events = [begun(), answer as WireEvent, failed('net::ERR_FAILED')];
    expect(exchangesOf(...events)).toMatchObject([
      {
        response: { status: 200, body: { unknown: 'withheld' } },
        failure: { reason: 'blocked' },
        delivered: false,
      },
    ]);
  });

  it('do not call a download a failed navigation', () => {
    const answer = { type: 'headers', requestId, at: NOON, status: 200, statusText: '', headers };
    const events = [begun({ kind: 'main_frame' }), answer as WireEvent, failed('net::ERR_ABORTED')];
    expect(exchangesOf(...events)).toMatchObject([{ failure: null, response: { status: 200 } }]);
  });

  it('may come in any order at their end', () => {
    const body = { type: 'body', requestId, at: NOON, body: { text: 'x' } } as const;
    for (const events of [
      [body, ended()],
      [ended(), body],
    ]) {
      expect(exchangesOf(begun(), ...events)).toMatchObject([
        { response: { body: { text: 'x' } } },
      ]);
    }
  });
});

describe('a copy from the page', () => {
  it.each([
    ['before', [begun(), copy(), ended()]],
    ['after', [begun(), ended(), copy()]],
  ])('completes its request when it comes %s the end', (_, events) => {
    expect(exchangesOf(...events)).toMatchObject([
      { response: { body: { text: '{"access_token":"at-1"}' } } },
    ]);
  });

  it.each([
    ['tab', { tabId: 8 }],
    ['URL', { url: `${TOKEN_URL}2` }],
    ['status', { status: 400 }],
    ['form', { request: 'grant_type=refresh_token' }],
    ['time', { at: NOON - 60_000 }],
  ])('that names another %s than the browser saw is left out', (_, facts) => {
    expect(exchangesOf(begun(), ended(), copy(facts))).toMatchObject([
      { response: { body: { unknown: 'not-recorded' } } },
    ]);
  });

  it('without a request of the browser is left out', () => {
    expect(exchangesOf(copy())).toEqual([]);
  });
});

it('bodies that wait for later events take a limited space, and the newest stay', () => {
  const seen = new Map<string, Exchange>();
  const wire = new WireExchanges((exchange) => seen.set(exchange.id, exchange));
  const text = 'x'.repeat(1_000_000);
  const on = (index: number) => ({ requestId: `${index}`, at: NOON + index });
  for (let index = 0; index < 20; index += 1) {
    wire.take(begun(on(index)));
    wire.take({ ...on(index), type: 'body', body: { text } });
  }
  for (let index = 0; index < 20; index += 1) wire.take(ended(on(index)));
  const ends = [...seen.values()].map(({ startedAt }) => startedAt - NOON);
  expect(ends.length).toBeLessThan(10);
  expect(ends.at(-1)).toBe(19);
});
