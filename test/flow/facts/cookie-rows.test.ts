import { describe, expect, it } from 'vitest';
import { type CookieRow, cookieTable } from '../../../src/flow/facts/cookie-rows.ts';
import { lostCookie } from '../../../src/flow/facts/lost-cookie.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { captures, exchangesOf } from '../../helpers/captures.ts';

const flowsOf = (path: string) => snapshotOf(exchangesOf(path)).flows.map(({ flow }) => flow);

function rowsOf(capture: string): readonly CookieRow[] {
  const flow = flowsOf(`${capture}.har`).at(-1);
  return flow ? cookieTable(flow).rows : [];
}

const stepsOf = (row: CookieRow | undefined, is: string) =>
  row?.uses.filter((use) => use.is === is).map(({ message }) => message + 1);

describe('the ledger of a login', () => {
  it.each([
    ['cookie-form-post', 'lax-post'],
    ['cookie-none-insecure', 'none-without-secure'],
    ['cookie-other-host', 'other-host'],
    ['cookie-other-path', 'other-path'],
    ['cookie-overwritten', 'another-login'],
    ['cookie-secure-over-http', 'secure-from-http'],
    ['cookie-strict', 'strict'],
    ['cookie-too-large', 'too-large'],
  ])('begins with the cookie that was lost: %s', (capture, loss) => {
    const [first, ...others] = rowsOf(`chromium/${capture}`);
    expect(first).toMatchObject({ state: 'lost', loss, name: `app_login.${capture}` });
    expect(stepsOf(first, 'missing')).toEqual([4]);
    expect(others.map(({ state }) => state)).not.toContain('lost');
  });

  it('says where each cookie was set and sent', () => {
    const session = rowsOf('chromium/cookie-form-post').find(
      ({ name, state }) => name === '_session' && state === 'sent',
    );
    expect(session?.settings.map(({ message }) => message)).toEqual([0, 3]);
    expect(stepsOf(session, 'sent')).toEqual([2, 3]);
  });

  it('does not expect a cookie that the server removed', () => {
    const states = rowsOf('chromium/logout-oidc-client-ts').map(({ name, state }) => [name, state]);
    expect(states).toContainEqual(['_session', 'removed']);
  });

  it('keeps what came from before the recording apart, and last', () => {
    const rows = rowsOf('chromium/cookie-form-post');
    const first = rows.findIndex(({ state }) => state === 'earlier');
    expect(rows.slice(first).every(({ state }) => state === 'earlier')).toBe(true);
  });
});

describe('a recording without Cookie fields', () => {
  const unseen = flowsOf('chromium/cookie-form-post.har').map(() =>
    snapshotOf(
      exchangesOf('chromium/cookie-form-post.har').map((one) => ({
        ...one,
        request: {
          ...one.request,
          headers: one.request.headers.filter(({ name }) => !/^cookie$/i.test(name)),
        },
      })),
    ),
  );

  it('accuses no cookie', () => {
    for (const { flows } of unseen) {
      for (const { flow } of flows) {
        const { rows, showsSent } = cookieTable(flow);
        expect(showsSent).toBe(false);
        expect(rows.map(({ state }) => state)).not.toContain('missing');
        expect(rows.map(({ state }) => state)).toContain('unseen');
      }
    }
  });
});

it('a lost cookie of any capture is the first row, and no other row is lost', () => {
  for (const { path } of captures) {
    for (const flow of flowsOf(path)) {
      const fate = lostCookie(flow);
      const states = cookieTable(flow).rows.map(({ state }) => state);
      expect(states.filter((state) => state === 'lost').length, path).toBe(
        fate && 'lost' in fate ? 1 : 0,
      );
      expect(states.indexOf('lost')).toBeLessThan(1);
    }
  }
}, 120_000);

it('a cookie of a redirect is set by it, although its end was noted after the next request', () => {
  const rows = rowsOf('chromium/clean');
  expect(rows.map(({ state }) => state)).not.toContain('earlier');
  const interaction = rows.find(({ name }) => name === '_interaction');
  expect(interaction?.settings.map(({ message }) => message)).toEqual([1]);
  expect(stepsOf(interaction, 'sent')).toEqual([3, 4]);
});
