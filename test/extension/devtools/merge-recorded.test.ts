import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, mergeRecorded } from '../../../src/extension/devtools/merge-recorded.ts';
import { RecorderJoiner, type Side } from '../../../src/extension/devtools/recorder-joiner.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { TOKEN_URL } from '../entries.ts';
import { seen } from '../seen.ts';

const lost = { unknown: 'page-left' } as const;
const unseen = { unknown: 'not-recorded' } as const;

describe('likeness', () => {
  it.each([
    ['a start some milliseconds later', { at: 40 }, 40],
    ['the fragment that only one recorder has', { url: `${TOKEN_URL}#a` }, 0],
    [
      'a form that is written in another way',
      { form: { text: 'code=SplxlOBeZQQYbYS6WxSbIA&grant_type=authorization%5Fcode' } },
      0,
    ],
    ['a body that one of them did not see', { form: unseen }, 0],
    ['a status that one of them did not see', { status: null }, 0],
    ['a status that one of them lost', { statusLost: true }, 0],
    ['a start long before, while the request was under way', { at: -900, duration: 1_000 }, 900],
  ])('holds in spite of %s', (_, facts, apart) => {
    expect(likeness(seen(), seen(facts))).toBe(apart);
  });

  it.each([
    ['method', { method: 'GET' }],
    ['URL', { url: `${TOKEN_URL}?a` }],
    ['status', { status: 400 }],
    ['form', { form: { text: 'grant_type=refresh_token' } }],
    ['time', { at: 2_000 }],
  ])('ends at another %s', (_, facts) => {
    expect(likeness(seen(), seen(facts))).toBeNull();
  });

  it('joins an answer from the cache with its revalidated one', () => {
    expect(likeness(seen({ status: 304 }), seen({ status: 200 }))).toBe(0);
  });
});

describe('what both saw', () => {
  it('has the body that either saw', () => {
    const merged = mergeRecorded(seen({ body: lost }), seen({ id: 'wire:1' }));
    expect(merged.response?.body).toEqual({ text: '{"access_token":"at-1"}' });
    expect(mergeRecorded(seen(), seen({ body: unseen })).response?.body).toHaveProperty('text');
    expect(mergeRecorded(seen({ body: lost }), seen({ body: unseen })).response?.body).toBe(lost);
  });

  it('prefers a whole body to its beginning', () => {
    const cut = { text: '{"acc', truncated: true };
    expect(mergeRecorded(seen({ body: cut }), seen()).response?.body).not.toBe(cut);
    expect(mergeRecorded(seen({ form: cut }), seen()).request.body).not.toBe(cut);
  });

  it('has the headers from the wire', () => {
    const merged = mergeRecorded(seen({ headersComplete: false }), seen());
    expect(merged.request).toMatchObject({ headersComplete: true, headers: [{ name: 'Host' }] });
  });

  it('has the named reason', () => {
    const nameless = { reason: 'unknown', text: null } as const;
    const refused = { reason: 'connection-refused', text: 'NS_ERROR_CONNECTION_REFUSED' } as const;
    const devtools = seen({ status: null, failure: nameless });
    expect(mergeRecorded(devtools, seen({ status: null, failure: refused })).failure).toBe(refused);
  });

  it('did not fail because the page left, if DevTools have its answer', () => {
    const left = { reason: 'aborted', text: 'NS_BINDING_ABORTED' } as const;
    expect(mergeRecorded(seen(), seen({ status: null, failure: left })).failure).toBeNull();
  });

  it('has the status that DevTools lost', () => {
    expect(mergeRecorded(seen({ status: null }), seen()).response?.status).toBe(200);
    expect(mergeRecorded(seen({ statusLost: true }), seen()).response?.status).toBe(200);
  });
});

function record(events: readonly (readonly [Exchange, Side])[]): readonly Exchange[] {
  const joiner = new RecorderJoiner();
  const kept = new Map<string, Exchange>();
  for (const [exchange, side] of events) {
    const whole = joiner.join(exchange, side, [...kept.values()]);
    kept.set(whole.id, whole);
  }
  return [...kept.values()];
}

describe('the joiner', () => {
  it('keeps two equal requests of one moment apart', () => {
    const [first, second] = [seen({ status: 200 }), seen({ id: 'live:2', status: 400 })];
    const kept = record([
      [seen({ id: 'wire:1', status: 400 }), 'background'],
      [first, 'devtools'],
      [second, 'devtools'],
      [seen({ id: 'wire:2', status: 200 }), 'background'],
    ]);
    expect(kept.map(({ id, response }) => [id, response?.status])).toEqual([
      ['wire:1', 400],
      ['live:1', 200],
    ]);
  });

  it.each([
    ['a status first', [seen({ body: lost }), seen({ statusLost: true })]],
    ['a status last', [seen({ statusLost: true }), seen({ body: lost })]],
  ])('keeps the status and the body of two versions, %s', (_, versions) => {
    const [kept] = record(versions.map((one) => [one, 'devtools'] as const)).slice(-1);
    expect(kept?.response).toMatchObject({
      status: 200,
      body: { text: '{"access_token":"at-1"}' },
    });
  });

  it('gives the same result in any order and with repetitions', () => {
    const requests = [0, 1_000, 1_100, 5_000];
    const told = requests.flatMap((at, index) => [
      [seen({ id: `live:${index}`, at, body: lost }), 'devtools'] as const,
      [seen({ id: `wire:${index}`, at: at + 7, body: unseen }), 'background'] as const,
      [seen({ id: `wire:${index}`, at: at + 7 }), 'background'] as const,
    ]);
    const orders = fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 });
    fc.assert(
      fc.property(orders, (events) => {
        // A later version of a half never has less.
        const kept = record(events.filter(([{ response }]) => response?.body !== unseen));
        expect(kept).toHaveLength(requests.length);
        for (const { response } of kept) expect(response?.body).toHaveProperty('text');
      }),
    );
  });
});
