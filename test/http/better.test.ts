import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterBody, betterRequest, betterResponse, tellsLess } from '../../src/http/better.ts';
import type { Body, HttpResponse } from '../../src/http/exchange.ts';
import { exchange } from '../helpers/exchanges.ts';

const WHOLE: Body = { text: '{"access_token":"at-1"}' };
const OTHER: Body = { text: '{"access_token":"at-2"}' };
const CUT: Body = { text: '{"acc', truncated: true };
const GONE: Body = { unknown: 'page-left' };
const NOT_READ: Body = { unknown: 'not-read' };

const made = exchange(0, { url: 'https://as.example.com/token', body: 'grant_type=refresh_token' });
const response = (facts: Partial<HttpResponse> = {}): HttpResponse => ({
  status: 200,
  statusText: 'OK',
  headers: [],
  headersComplete: true,
  body: WHOLE,
  ...facts,
});

describe('of two versions', () => {
  it.each([
    ['the text', WHOLE, CUT, WHOLE],
    ['the text, if it is the second', GONE, WHOLE, WHOLE],
    ['the beginning of a text', GONE, CUT, CUT],
    ['the first of two reasons', GONE, NOT_READ, GONE],
    ['the first of two texts', WHOLE, OTHER, WHOLE],
  ])('%s is the better body', (_, first, second, better) => {
    expect(betterBody(first, second)).toBe(better);
  });

  it('a response takes status, headers and body where each is known', () => {
    const headers = [{ name: 'Date', value: 'Sat, 21 Nov 2026 12:00:00 GMT' }];
    const first = response({ status: null, statusText: '', headersComplete: false });
    const second = response({ body: GONE, headers });
    expect(betterResponse(first, second)).toEqual(response({ headers }));
    expect(betterResponse(null, second)).toBe(second);
    expect(betterResponse(first, null)).toBe(first);
  });

  it('a request takes complete headers, and a body where the other knows none', () => {
    const { request } = made;
    const bare = { ...request, headersComplete: false, headers: [], body: null };
    expect(betterRequest(bare, request)).toEqual(request);
    expect(betterRequest(request, bare)).toEqual(request);
  });

  it('the better response is not worse than either in any part', () => {
    const any = fc.constantFrom(WHOLE, CUT, GONE).map((body) => response({ body }));
    fc.assert(
      fc.property(any, any, (first, second) => {
        const better = betterResponse(first, second)?.body ?? GONE;
        for (const { body } of [first, second]) expect(betterBody(better, body)).toBe(better);
      }),
    );
  });
});

it('an exchange counts less if less is known of its end', () => {
  const nothing = { ...made, response: null };
  const failed = { ...nothing, failure: { reason: 'dns', text: null } as const };
  const bodiless = { ...made, response: response({ body: GONE }) };
  const order = [nothing, failed, bodiless, { ...made, response: response() }];
  for (const [index, one] of order.entries()) {
    for (const [other, version] of order.entries()) {
      expect(tellsLess(one, version)).toBe(index < other);
    }
  }
});
