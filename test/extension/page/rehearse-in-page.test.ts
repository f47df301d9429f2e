import { describe, expect, it } from 'vitest';
import { FAKE, type PageDeed } from '../../../src/rehearsal/page-plan.ts';
import { APP, planOf, TOKEN } from '../rehearsal-plans.ts';
import { openPage } from './fake-page.ts';

const refresh = `fetch('${TOKEN}', { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'rt-1' }) })`;
const refuse: PageDeed = { kind: 'change-parameter', name: 'refresh_token', value: FAKE };
const answer: PageDeed = {
  kind: 'answer',
  status: 500,
  statusText: 'Internal Server Error',
  headers: { 'content-type': 'application/json' },
  body: '{"error":"server_error"}',
};

describe('a fault in a page', () => {
  it('changes the next call that it is about, and no other', async () => {
    const page = openPage();
    page.tell(planOf(refuse));
    await page.evaluate(
      `fetch('${TOKEN}', { method: 'POST', body: 'grant_type=authorization_code' })`,
    );
    await page.evaluate(`fetch('https://api.example.com/')`);
    await page.evaluate(refresh);
    await page.evaluate(refresh);
    expect(page.sent.map(({ body }) => body)).toEqual([
      'grant_type=authorization_code',
      '',
      `grant_type=refresh_token&refresh_token=${FAKE}`,
      'grant_type=refresh_token&refresh_token=rt-1',
    ]);
    expect(page.tell(planOf(refuse)).hits).toMatchObject([
      { method: 'POST', url: TOKEN, name: 'refresh_token', before: 'rt-1', after: FAKE, delay: 0 },
    ]);
    expect(page.tell(planOf(refuse)).hits).toEqual([]);
  });

  it.each([
    [
      'a Request',
      `fetch(new Request('${TOKEN}', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'refresh_token=rt-1' }))`,
      `refresh_token=${FAKE}`,
    ],
    [
      'JSON',
      `fetch('${TOKEN}', { method: 'POST', body: '{"refresh_token":"rt-1"}' })`,
      `{"refresh_token":"${FAKE}"}`,
    ],
  ])('changes %s', async (_, call, body) => {
    const page = openPage();
    page.tell(planOf(refuse));
    await page.evaluate(call);
    expect(page.sent[0]?.body).toBe(body);
  });

  it('gives an answer in place of the server’s', async () => {
    const page = openPage();
    page.tell(planOf(answer));
    const response = (await page.evaluate(refresh)) as Response;
    expect([response.status, response.url, await response.text()]).toEqual([
      500,
      TOKEN,
      '{"error":"server_error"}',
    ]);
    expect(page.sent).toEqual([]);
    expect(page.tell(planOf(answer)).hits).toMatchObject([{ delay: null, url: TOKEN }]);
  });

  it('changes the token and keeps its scheme', async () => {
    const page = openPage();
    const calls = { method: 'GET', url: 'https://api.example.com/orders', parameter: null };
    const plan = planOf({ kind: 'change-token', value: FAKE }, { calls });
    page.tell(plan);
    const call = `fetch('https://api.example.com/orders?page=2', { headers: { authorization: 'DPoP at-1' } })`;
    await page.evaluate(call);
    await page.evaluate(call);
    expect(page.sent.map((one) => one.authorization)).toEqual([`DPoP ${FAKE}`, 'DPoP at-1']);
    expect(page.tell(plan).hits).toMatchObject([{ name: 'authorization', before: 'at-1' }]);
  });

  it('sends a copy first', async () => {
    const page = openPage();
    page.tell(planOf({ kind: 'twice' }));
    await page.evaluate(refresh);
    expect(page.sent).toHaveLength(2);
    expect(page.sent[0]).toEqual(page.sent[1]);
  });

  it.each([refuse, answer])('$kind waits until DevTools know of it', async (deed) => {
    const page = openPage(APP, { isAsked: false });
    page.tell(planOf(deed));
    let isOver = false;
    const call = (page.evaluate(refresh) as Promise<unknown>).then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect([isOver, page.sent]).toEqual([false, []]);
    expect(page.tell(planOf(deed)).hits).toHaveLength(1);
    page.pass(50);
    await call;
    expect(isOver).toBe(true);
  });

  it('sends a call and keeps its answer from the page', async () => {
    const page = openPage();
    page.tell(planOf({ kind: 'withheld' }));
    await expect(page.evaluate(refresh)).rejects.toThrow('Failed to fetch');
    expect(page.sent).toHaveLength(1);
    expect(page.tell(planOf({ kind: 'withheld' })).hits).toMatchObject([{ delay: 0 }]);
  });

  it('holds a call back, and lets it go when it is stopped', async () => {
    const page = openPage();
    const plan = planOf({ kind: 'late', by: 30_000 });
    page.tell(plan);
    const call = page.evaluate(refresh) as Promise<unknown>;
    await Promise.resolve();
    await new Promise(setImmediate);
    expect(page.tell(plan, true)).toMatchObject({ held: 1 });
    expect(page.sent).toEqual([]);
    page.tell(null);
    await call;
    expect(page.sent).toHaveLength(1);
    expect(page.isClean()).toBe(true);
  });

  it('fails a call as a network does', async () => {
    const page = openPage();
    page.tell(planOf({ kind: 'lost', after: 0 }));
    const call = page.evaluate(refresh) as Promise<unknown>;
    await expect(call).rejects.toThrow('Failed to fetch');
    expect(page.sent).toEqual([]);
  });

  it('holds a call that is never answered from its beginning', async () => {
    const page = openPage(APP, { isAsked: false });
    const plan = planOf({ kind: 'lost', after: 120_000 });
    page.tell(plan);
    const call = page.evaluate(refresh) as Promise<unknown>;
    await new Promise(setImmediate);
    expect(page.tell(plan, true)).toMatchObject({ held: 1, hits: [{ delay: null }] });
    page.tell(null);
    page.pass(50);
    await expect(call).rejects.toThrow('Failed to fetch');
    expect(page.sent).toEqual([]);
  });

  it('shifts the clock, and nothing else of Date', () => {
    const page = openPage();
    const plan = planOf({ kind: 'clock', by: 3_600_000 }, { calls: null, once: false });
    const before = Date.now();
    page.tell(plan);
    expect(Number(page.evaluate('Date.now()')) - before).toBeGreaterThanOrEqual(3_600_000);
    expect(Number(page.evaluate('new Date().getTime()')) - before).toBeGreaterThanOrEqual(
      3_600_000,
    );
    expect(page.evaluate('new Date(0).toISOString()')).toBe('1970-01-01T00:00:00.000Z');
    expect(page.evaluate('new Date() instanceof Date')).toBe(true);
    expect(page.tell(plan).hits).toHaveLength(1);
    page.tell(null);
    expect(Number(page.evaluate('Date.now()')) - before).toBeLessThan(600_000);
  });

  const AUTHORIZE = 'https://as.example.com/authorize';
  const nonce = planOf(
    { kind: 'change-navigation', name: 'nonce', value: FAKE, appends: false },
    { calls: { method: 'GET', url: AUTHORIZE, parameter: null } },
  );

  it('changes the next request that the page sends the browser to', async () => {
    const page = openPage(APP, { isAsked: false });
    page.tell(nonce);
    expect(page.leaves(`${APP}/other?nonce=n-1`)).toBe(true);
    expect(page.leaves(`${AUTHORIZE}?client_id=c`)).toBe(true);
    expect(page.leaves(`${AUTHORIZE}?client_id=c&nonce=n-1`)).toBe(false);
    expect(page.sent).toEqual([]);
    expect(page.tell(nonce).hits).toMatchObject([
      { url: `${AUTHORIZE}?client_id=c&nonce=${FAKE}`, name: 'nonce', before: 'n-1', after: FAKE },
    ]);
    page.pass(50);
    await new Promise(setImmediate);
    expect(page.sent.map(({ url }) => url)).toEqual([`${AUTHORIZE}?client_id=c&nonce=${FAKE}`]);
    expect(page.leaves(`${AUTHORIZE}?client_id=c&nonce=n-2`)).toBe(true);
    page.tell(null);
    expect(page.isClean()).toBe(true);
  });

  it('changes a request in a new window', () => {
    const page = openPage();
    page.tell(nonce);
    const window = page.evaluate(`open('${AUTHORIZE}?nonce=n-1', 'login')`);
    expect(window).toBe(`a window with ${AUTHORIZE}?nonce=${FAKE}`);
  });

  it('puts a slash behind a redirect URI', async () => {
    const page = openPage();
    page.tell({
      ...nonce,
      deed: { kind: 'change-navigation', name: 'redirect_uri', value: '/', appends: true },
    });
    page.leaves(`${AUTHORIZE}?redirect_uri=${encodeURIComponent(`${APP}/cb`)}`);
    page.pass(2_000);
    await new Promise(setImmediate);
    expect(new URL(page.sent[0]?.url ?? '').searchParams.get('redirect_uri')).toBe(`${APP}/cb/`);
  });

  it('opens no window once', () => {
    const page = openPage();
    page.tell(planOf({ kind: 'no-popup' }, { calls: null }));
    expect(page.evaluate(`open('https://as.example.com/authorize')`)).toBeNull();
    expect(page.evaluate(`open('https://as.example.com/authorize')`)).toMatch(/^a window/);
  });

  it('goes to the application once', async () => {
    const page = openPage('https://as.example.com');
    const url = `${APP}/cb?error=access_denied`;
    const plan = planOf({ kind: 'go', url }, { calls: null, origin: 'https://as.example.com' });
    expect(page.tell(plan).hits).toMatchObject([{ url }]);
    page.tell(plan, true);
    await Promise.resolve();
    expect(page.sent).toHaveLength(1);
  });

  it('does nothing in a page of another origin', () => {
    const page = openPage('https://other.example.com');
    expect(page.tell(planOf(refuse))).toEqual({ here: false, hits: [], held: 0 });
    expect(page.isClean()).toBe(true);
  });

  it('takes itself away when it is not told again', async () => {
    const page = openPage();
    page.tell(planOf(refuse));
    expect(page.isClean()).toBe(false);
    page.pass(2_400);
    page.tell(planOf(refuse));
    page.pass(2_600);
    await page.evaluate(refresh);
    expect(page.sent[0]?.body).toContain('rt-1');
  });

  it('leaves nothing when it is stopped', () => {
    const page = openPage();
    page.tell(planOf(refuse));
    page.tell(null);
    expect(page.isClean()).toBe(true);
  });
});
