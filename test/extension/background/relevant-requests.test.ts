import { describe, expect, it } from 'vitest';
import { RelevantRequests } from '../../../src/extension/background/relevant-requests.ts';
import type { RequestEvent, WireEvent } from '../../../src/extension/wire/wire-event.ts';
import type { Header } from '../../../src/http/exchange.ts';
import { createTriage } from '../../../src/oauth/triage.ts';

const on = { requestId: '12', at: 1 };
const begun = (facts: Partial<RequestEvent> = {}): RequestEvent => ({
  ...on,
  type: 'request',
  tabId: 7,
  kind: 'xmlhttprequest',
  method: 'GET',
  url: 'https://api.example.com/orders',
  initiator: null,
  body: null,
  ...facts,
});
const sent = (headers: readonly Header[] = []): WireEvent => ({ ...on, type: 'sent', headers });
const ended = (status: number, headers: readonly Header[] = []): WireEvent => ({
  ...on,
  type: 'end',
  status,
  statusText: '',
  headers,
  redirect: null,
  error: null,
  fromCache: false,
  delivered: true,
});

/** The types of the events that each event lets through. */
function passed(...events: readonly WireEvent[]): readonly (readonly string[])[] {
  const triage = createTriage();
  const requests = new RelevantRequests((exchange) => triage.relevance(exchange) !== 'none');
  return events.map((event) => requests.take(event).map(({ type }) => type));
}

const bearer = [{ name: 'Authorization', value: 'Bearer 2YotnFZFEjr1zCsicMWpAA' }];
const challenge = [{ name: 'WWW-Authenticate', value: 'Bearer error="invalid_token"' }];

describe('requests that the background hands over', () => {
  it('are not those that have nothing to do with a login', () => {
    expect(passed(begun(), sent(), ended(200))).toEqual([[], [], []]);
  });

  it('go at once when URL, form or destination tells', () => {
    const url = 'https://as.example.com/token';
    expect(passed(begun({ url, method: 'POST' }), sent())).toEqual([['request'], ['sent']]);
    expect(passed(begun({ kind: 'main_frame' }), sent())).toEqual([['request'], ['sent']]);
  });

  it('go whole as soon as their token is seen', () => {
    expect(passed(begun(), sent(bearer), ended(200))).toEqual([[], ['request', 'sent'], ['end']]);
  });

  it('go whole when only the answer tells', () => {
    expect(passed(begun(), sent(), ended(401, challenge))).toEqual([
      [],
      [],
      ['request', 'sent', 'end'],
    ]);
  });

  it('are not mixed up when a redirect goes on under the same id', () => {
    const url = 'https://as.example.com/token';
    const next = begun({ url, method: 'POST' });
    expect(passed(begun(), sent(), ended(307), next, sent())).toEqual([
      [],
      [],
      [],
      ['request'],
      ['sent'],
    ]);
  });

  it('go on from where a stopped background left off', () => {
    expect(passed(ended(200))).toEqual([['end']]);
  });
});
