import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, spa } from './clients.ts';
import { call, login, page, redirect, requestUrl, responseUrl } from './sketch.ts';
import { clean, conclusion, flowsOf, summary } from './summary.ts';

/** A hop that the browser made by itself (RFC 6797 section 8.3). */
const internal = (at: number, from: string, to: string, reason = 'HSTS'): Exchange =>
  redirect(at, from, to, {
    status: 307,
    answer: { 'non-authoritative-reason': reason },
  });

const http = (url: string): string => url.replace('https:', 'http:');

/** The first half of a request that the browser sends again with its cookies. */
const withoutCookies = (one: Exchange): Exchange => ({
  ...one,
  id: `${one.id} without cookies`,
  startedAt: one.startedAt - 40,
  response: one.response && {
    ...one.response,
    status: 401,
    headers: [
      ...one.response.headers.filter(({ name }) => name !== 'location'),
      { name: 'Activate-Storage-Access', value: 'retry; allowed-origin="*"' },
    ],
    body: { text: '{"error":"login_required"}' },
  },
});

const RECORDINGS: Readonly<Record<string, readonly Exchange[]>> = {
  'HSTS upgrades the authorization request': [
    internal(-0.1, http(requestUrl(spa)), requestUrl(spa)),
    ...login(spa),
  ],
  'HSTS upgrades a callback that the server names by http': login(spa).flatMap((one) =>
    one.request.url === responseUrl(spa)
      ? [internal(4.15, http(one.request.url), one.request.url), one]
      : [one],
  ),
  'an extension rewrites the authorization request': [
    internal(-0.1, `${requestUrl(spa)}&utm_source=mail`, requestUrl(spa), 'WebRequest API'),
    ...login(spa),
  ],
  'HSTS upgrades a page of the server': login({
    ...spa,
    pages: [
      redirect(0, requestUrl(spa), `${http(AS)}/session/new`),
      internal(0.1, `${http(AS)}/session/new`, `${AS}/session/new`),
      page(0.2, `${AS}/session/new`),
    ],
  }),
  'a frame sends the authorization request again with its cookies': login(spa).flatMap((one) =>
    one.request.url === requestUrl(spa) ? [withoutCookies(one), one] : [one],
  ),
  'a script sends the token request again with its cookies': login(spa).flatMap((one) =>
    one.request.url === `${AS}/token` ? [withoutCookies(one), one] : [one],
  ),
  'HSTS upgrades the token endpoint': login(spa).flatMap((one) =>
    one.request.url === `${AS}/token`
      ? [
          call(4.75, APP, `${http(AS)}/token`, {
            method: 'POST',
            body: one.request.body && 'text' in one.request.body ? one.request.body.text : '',
            status: 307,
            answer: { location: `${AS}/token`, 'non-authoritative-reason': 'HSTS' },
          }),
          one,
        ]
      : [one],
  ),
};

describe('a step that the browser makes by itself is no message', () => {
  it.each(Object.entries(RECORDINGS))('%s', (_, exchanges) => {
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
    expect(summary([...exchanges].reverse())).toEqual(summary(exchanges));
    const [flow = ''] = flowsOf(exchanges);
    for (const kind of ['authorization-request', 'authorization-response', 'token-request']) {
      expect(flow.split(kind)).toHaveLength(2);
    }
  });
});

/** The login with one URL changed by an extension on its way, as Chromium lists it. */
function changed(url: string, change: (query: URLSearchParams) => void): readonly Exchange[] {
  const other = new URL(url);
  change(other.searchParams);
  return login(spa)
    .filter(({ request }) => url !== responseUrl(spa) || request.url !== `${AS}/token`)
    .flatMap((one) =>
      one.request.url === url
        ? [
            internal(url === responseUrl(spa) ? 4.15 : -0.1, url, other.href, 'WebRequest API'),
            { ...one, request: { ...one.request, url: other.href } },
          ]
        : [one],
    );
}

describe('a URL that an extension changes on its way counts as it arrived', () => {
  it.each([
    [
      'another state at the callback',
      changed(responseUrl(spa), (query) => query.set('state', 'rehearsed')),
      'state-mismatch',
    ],
    [
      'an error in place of the code at the callback',
      changed(responseUrl(spa), (query) => {
        query.delete('code');
        query.set('error', 'access_denied');
      }),
      'authz-error-access-denied',
    ],
    [
      'another nonce in the request',
      changed(requestUrl(spa), (query) => query.set('nonce', 'rehearsed')),
      'id-token-nonce-mismatch',
    ],
  ])('%s', (_, exchanges, cause) => {
    expect(conclusion(exchanges)).toEqual({ outcome: 'failed', cause, beside: [] });
    const flows = flowsOf(exchanges);
    expect(flows).toHaveLength(1);
    for (const kind of ['authorization-request', 'authorization-response']) {
      expect(flows[0]?.split(kind)).toHaveLength(2);
    }
  });
});
