import { describe, expect, it } from 'vitest';
import { entry, HOST } from './entries.ts';
import { CHROMIUM, harOf } from './files.ts';
import { readOk } from './reading.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

interface Half {
  readonly at: number;
  readonly time: number;
  readonly url?: string;
  readonly body?: string;
}

function half({ at, time, url = 'https://as.example.com/token' }: Half, response: object) {
  const startedDateTime = new Date(START + at).toISOString();
  const request = { method: 'POST', url, headers: [HOST] };
  return entry({ startedDateTime, time, request, response });
}

/** The request as the page sees it: Chromium shows no headers that the network adds. */
function pageHalf(facts: Half, more: object = {}) {
  const { request, ...rest } = half(facts, {
    content: { size: 23 },
    _fetchedViaServiceWorker: true,
  });
  return { ...rest, request: { ...(request as object), headers: [], ...more } };
}

function workerHalf({ body = '{"token_type":"Bearer"}', ...facts }: Half, more: object = {}) {
  const { request, ...rest } = half(facts, { content: { size: body.length, text: body } });
  return { ...rest, request: { ...(request as object), ...more } };
}

const read = (...entries: readonly object[]) => readOk(harOf(entries, CHROMIUM)).exchanges;

describe('a request that a service worker makes for its page', () => {
  it.each([
    ['first', [pageHalf({ at: 0, time: 20 }), workerHalf({ at: 2, time: 15 })]],
    ['last', [workerHalf({ at: 2, time: 15 }), pageHalf({ at: 0, time: 20 })]],
  ])('is one exchange, with the entry of the page %s', (_, entries) => {
    const [one, ...others] = read(...entries);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      startedAt: START,
      request: { headers: [HOST] },
      response: { body: { text: '{"token_type":"Bearer"}' } },
    });
    expect(one).not.toHaveProperty('viaWorker');
  });

  it('is two exchanges when the worker asks for something else, or at another time', () => {
    const url = 'https://as.example.com/other';
    expect(read(pageHalf({ at: 0, time: 20 }), workerHalf({ at: 2, time: 15, url }))).toHaveLength(
      2,
    );
    expect(read(pageHalf({ at: 0, time: 20 }), workerHalf({ at: 90, time: 5 }))).toHaveLength(2);
    expect(read(pageHalf({ at: 50, time: 20 }), workerHalf({ at: 0, time: 90 }))).toHaveLength(2);
    const postData = { text: 'code=of-another-login' };
    const other = pageHalf({ at: 0, time: 20 }, { postData });
    const asked = workerHalf({ at: 2, time: 15 }, { postData: { text: 'code=of-this-login' } });
    expect(read(other, asked)).toHaveLength(2);
    expect(read(other, workerHalf({ at: 2, time: 15 }, { postData }))).toHaveLength(1);
  });

  it('has one half for each request of the page', () => {
    const pages = [pageHalf({ at: 0, time: 20 }), pageHalf({ at: 1, time: 20 })];
    const bodies = ['{"first":1}', '{"second":2}'];
    const workers = bodies.map((body, index) => workerHalf({ at: 2 + index, time: 10, body }));
    const exchanges = read(...pages, ...workers);
    expect(exchanges.map(({ response }) => response?.body)).toEqual(
      bodies.map((text) => ({ text })),
    );
  });

  it('is marked when the worker answered without asking', () => {
    expect(read(pageHalf({ at: 0, time: 20 }))).toMatchObject([{ viaWorker: true }]);
    expect(read(workerHalf({ at: 0, time: 20 }))[0]).not.toHaveProperty('viaWorker');
  });
});
