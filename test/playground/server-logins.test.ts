import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageSettings } from '../../playground/app/page.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { UserAgent } from './user-agent.ts';

let playground: Playground;
let clients: PageSettings['clients'];

beforeAll(async () => {
  playground = await startPlayground({ ports: 'random' });
  const script = await (await fetch(new URL('/settings.js', playground.url))).text();
  const settings = script.replace(/^globalThis\.playground = |;$/g, '');
  ({ clients } = JSON.parse(settings) as PageSettings);
});
afterAll(() => playground.close());

const startOf = (name: string): URL => new URL(clients[name]?.serverLogin ?? '');

/** What the app's server sends first: its cookie, and where the browser has to go. */
async function begin(start: URL) {
  const response = await fetch(start, { redirect: 'manual' });
  const [cookie = ''] = response.headers.getSetCookie();
  const next = URL.parse(response.headers.get('location') ?? '')?.searchParams;
  return { cookie, next, page: await response.text() };
}

describe('a login that loses its cookie', () => {
  it('begins at another host than it ends', async () => {
    const { next } = await begin(startOf('cookie-other-host'));
    expect(startOf('cookie-other-host').hostname).toBe('localhost');
    expect(next?.get('redirect_uri')).toContain('//127.0.0.1:');
  });

  it('gets its response by a POST from another site', async () => {
    const start = startOf('cookie-form-post');
    const { cookie, next } = await begin(start);
    expect(cookie).toContain('SameSite=Lax');
    expect(next?.get('response_mode')).toBe('form_post');
    expect(next?.get('redirect_uri')).toContain(start.origin);
    expect(new URL(playground.issuer).hostname).not.toBe(start.hostname);
    const body = new URLSearchParams({ code: 'invented', state: next?.get('state') ?? '' });
    const answer = await fetch(next?.get('redirect_uri') ?? '', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('data-scenario="cookie-form-post" data-state="done"');
  });

  it('has a callback outside the path of the cookie', async () => {
    const { cookie, next } = await begin(startOf('cookie-other-path'));
    expect(cookie).toContain('Path=/shop;');
    expect(next?.get('redirect_uri')).toContain('/server/callback');
  });

  it('shows a picture that begins another login, with the same cookie', async () => {
    const first = await begin(startOf('cookie-overwritten'));
    const [, picture = ''] = /<img src="([^"]*)"/.exec(first.page) ?? [];
    const second = await begin(new URL(picture, playground.url));
    const [name, other] = [first, second].map(({ cookie }) => cookie.split('=')[0]);
    expect(name).toBe('app_login.cookie-overwritten');
    expect(other).toBe(name);
    expect(second.cookie).not.toBe(first.cookie);
    expect(second.next?.get('state')).toBeTruthy();
  });

  it('has a cookie that no browser takes', async () => {
    const { cookie } = await begin(startOf('cookie-too-large'));
    expect(cookie.split(';')[0]?.length).toBeGreaterThan(4_096);
  });
});

it('a login loop ends each login with 401 and begins another one', async () => {
  const { url, response } = await new UserAgent(playground).open(startOf('login-loop'));
  expect([url.pathname, response.status]).toEqual(['/server/home', 401]);
  expect(await response.text()).toContain('"/server/login?scenario=login-loop"');
});

it('the service worker of the app keeps a page that is there', async () => {
  const script = await fetch(new URL('/pwa/worker.js', playground.url));
  expect(script.headers.get('content-type')).toBe('text/javascript');
  const [, shell = ''] = /addAll\(\["([^"]*)"/.exec(await script.text()) ?? [];
  expect((await fetch(new URL(shell, playground.url))).status).toBe(200);
  expect(clients['cached-callback']?.redirectUri).toContain('/pwa/callback');
});
