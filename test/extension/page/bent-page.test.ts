import { describe, expect, it } from 'vitest';
import { APP, planOf, TOKEN } from '../rehearsal-plans.ts';
import { openPage } from './fake-page.ts';

const refresh = `fetch('${TOKEN}', { method: 'POST', body: 'grant_type=refresh_token' })`;

describe('what is no call of a page', () => {
  it('shifts the clock until the page asks for a new token', async () => {
    const page = openPage();
    const plan = planOf({ kind: 'clock', by: 3_600_000 });
    const isShifted = () => Number(page.evaluate('Date.now()')) - Date.now() > 3_000_000;
    page.tell(plan);
    expect(isShifted()).toBe(true);
    expect(page.tell(plan, true)).toMatchObject({ held: 1, hits: [{ name: 'Date' }] });
    await page.evaluate(refresh);
    expect(isShifted()).toBe(false);
    expect(page.tell(plan, true)).toMatchObject({ held: 0, hits: [{ url: TOKEN, delay: 0 }] });
    expect(page.sent).toHaveLength(1);
  });

  it.each(['about:blank', ''])('opens no window with %s, and tells of it', (url) => {
    const page = openPage();
    const plan = planOf({ kind: 'no-popup' }, { calls: null });
    page.tell(plan);
    expect(page.evaluate(`open('${url}')`)).toBeNull();
    expect(page.tell(plan).hits).toMatchObject([{ url: `${APP}/` }]);
  });

  it.each([
    ['of a login that began later', 0, true],
    ['of an earlier login', 2, false],
  ])('loads the callback again, if it is that %s', async (_, since, isAgain) => {
    const loaded = `${APP}/?code=one&state=two`;
    const page = openPage(APP, { loaded, since });
    page.tell(planOf({ kind: 'load-again', url: `${APP}/` }, { calls: null }));
    await new Promise(setImmediate);
    expect(page.sent.map(({ url }) => url)).toEqual(isAgain ? [loaded] : []);
  });
});
