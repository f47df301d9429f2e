import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostileText } from '../../playground/rewrites/faults.ts';
import { clientIdOf } from '../../playground/scenario.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { UserAgent } from './user-agent.ts';

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly error?: string;
}

let playground: Playground;
let agent: UserAgent;

beforeAll(async () => {
  playground = await startPlayground({ ports: 'random' });
});
afterAll(() => playground.close());
beforeEach(() => {
  agent = new UserAgent(playground);
});

async function loginWith(name: string) {
  const login = await agent.arm(name);
  const { url } = await agent.authorize(login);
  const response = await agent.redeem(login, url);
  return { login, url, response };
}

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const api = (path: string, token: string) => fetch(`${playground.api}${path}`, bearer(token));

describe('the page', () => {
  it('has one button per scenario and its script', async () => {
    const settings = await (await fetch(new URL('/settings.js', playground.url))).text();
    for (const { name } of playground.scenarios) expect(settings).toContain(`{"name":"${name}"`);
    const script = await fetch(new URL('/client.js', playground.url));
    expect(script.headers.get('content-type')).toBe('text/javascript');
    expect(await script.text()).toContain('code_verifier');
  });

  it('loads nothing from elsewhere', async () => {
    const page = await (await fetch(playground.url)).text();
    expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual([
      'href="data:,"',
      'src="/settings.js"',
      'src="/client.js"',
    ]);
  });

  it('names scenarios once each, in kebab case', () => {
    const names = playground.scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('arms only what exists', async () => {
    await expect(agent.arm('no-such-scenario')).rejects.toThrow('cannot arm');
  });
});

describe('a clean login', () => {
  it('goes from the login page to tokens, userinfo, the API and a refresh', async () => {
    const { login, url, response } = await loginWith('clean');
    expect(url.searchParams.get('state')).toBe(login.state);
    expect(url.searchParams.get('iss')).toBe(playground.issuer);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBe(
      new URL(playground.url).origin,
    );

    const tokens = (await response.json()) as Tokens;
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      iss: playground.issuer,
      aud: clientIdOf('clean'),
      nonce: login.nonce,
    });
    const person = await fetch(`${playground.issuer}/me`, bearer(tokens.access_token));
    expect(await person.json()).toMatchObject({ sub: 'ada', name: 'Ada Example' });
    expect((await api('/api/me', tokens.access_token)).status).toBe(200);

    const renewal = {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: clientIdOf('clean'),
    };
    const renewed = (await (await agent.token(renewal)).json()) as Tokens;
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect((await api('/api/me', renewed.access_token)).status).toBe(200);
  });

  it('is remembered, until a scenario wants a fresh start', async () => {
    await loginWith('clean');
    const silent = { prompt: 'none' };
    const again = await agent.authorize(await agent.arm('clean'), silent);
    expect(again.url.searchParams.has('code')).toBe(true);
    const { origin } = new URL(playground.url);
    const login = {
      ...(await agent.arm('login-required')),
      redirectUri: `${origin}/silent-callback`,
    };
    const fresh = await agent.authorize(login, silent);
    expect(fresh.url.searchParams.get('error')).toBe('login_required');
  });

  it('is not visible for the confidential client', async () => {
    for (const name of ['server-side', 'server-side-par']) {
      const start = new URL(`/server/login?scenario=${name}`, playground.url);
      const { url, response } = await agent.open(start);
      expect(url.pathname).toBe('/server/done');
      expect(await response.text()).toContain(`data-scenario="${name}" data-state="done"`);
    }
    const stray = await fetch(new URL('/server/callback?code=x&state=y', playground.url));
    expect(stray.status).toBe(400);
  });
});

describe('the authorization server refuses', () => {
  it('a redirect URI that is not registered, on a page of its own', async () => {
    const login = await agent.arm('wrong-redirect-uri');
    const { response } = await agent.authorize({ ...login, redirectUri: `${login.redirectUri}-x` });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain('data-state="error-page"');
    expect(page).toContain('redirect_uri did not match');
  });

  it('an unknown client', async () => {
    const { response } = await agent.authorize(await agent.arm('wrong-client'));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('invalid_client');
  });

  it('a scope that is not allowed', async () => {
    const scope = 'openid notes.write';
    const { url } = await agent.authorize(await agent.arm('wrong-scope'), { scope });
    expect(url.searchParams.get('error')).toBe('invalid_scope');
  });

  it('nothing when the user refuses', async () => {
    const { url } = await agent.authorize(await agent.arm('access-denied'), {}, 'cancel');
    expect(url.searchParams.get('error')).toBe('access_denied');
  });

  it('the second use of a code, however close', async () => {
    const login = await agent.arm('code-used-twice');
    const { url } = await agent.authorize(login);
    const both = await Promise.all([agent.redeem(login, url), agent.redeem(login, url)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('the API', () => {
  it('refuses a missing token, and one without the scope', async () => {
    const nobody = await fetch(`${playground.api}/api/me`);
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const { response } = await loginWith('insufficient-scope');
    const refused = await api('/api/notes', ((await response.json()) as Tokens).access_token);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  });

  it('refuses an expired token', async () => {
    const { response } = await loginWith('expired-token-api');
    const { access_token } = (await response.json()) as Tokens;
    await expect
      .poll(async () => (await api('/api/me', access_token)).status, { timeout: 5_000 })
      .toBe(401);
    const refused = await api('/api/me', access_token);
    expect(refused.headers.get('www-authenticate')).toContain('The access token expired');
  });
});

describe('a rewritten message', () => {
  it.each([
    ['tampered-state', (state: string | null, sent: string) => state !== null && state !== sent],
    ['missing-state', (state: string | null) => state === null],
  ] as const)('%s', async (name, isBent) => {
    const login = await agent.arm(name);
    const { url } = await agent.authorize(login);
    expect(url.searchParams.has('code')).toBe(true);
    expect(isBent(url.searchParams.get('state'), login.state)).toBe(true);
  });

  it('has another nonce in a token with a valid signature', async () => {
    const { login, response } = await loginWith('nonce-mismatch');
    const claims = await verified(((await response.json()) as Tokens).id_token);
    expect(claims.nonce).toBeDefined();
    expect(claims.nonce).not.toBe(login.nonce);
  });

  it('is ten minutes ahead, with a valid signature', async () => {
    const { response } = await loginWith('skewed-clock');
    const now = Date.now() / 1000;
    const { iat = 0 } = await verified(((await response.json()) as Tokens).id_token, 600);
    expect(iat - now).toBeGreaterThan(590);
    expect(Date.parse(response.headers.get('date') ?? '') / 1000 - now).toBeGreaterThan(590);
  });

  it.each([
    ['token-without-cors', 200, 'application/json; charset=utf-8', null],
    ['cors-hides-error', 400, 'application/json; charset=utf-8', null],
    ['token-html', 200, 'text/html; charset=utf-8', 'app'],
    ['token-500', 500, 'text/plain; charset=utf-8', 'app'],
  ] as const)('%s', async (name, status, type, allowed) => {
    const { response } = await loginWith(name);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    const origin = allowed && new URL(playground.url).origin;
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it.each([
    ['clean', 'traceparent'],
    ['failing-preflight', 'content-type'],
  ])('%s: the preflight allows %s', async (name, allowed) => {
    await agent.arm(name);
    const preflight = await fetch(`${playground.issuer}/token`, {
      method: 'OPTIONS',
      headers: {
        Origin: new URL(playground.url).origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'traceparent',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toBe(allowed);
    expect(preflight.headers.get('access-control-max-age')).toBe('0');
  });

  it('keeps hostile markup text', async () => {
    const { response } = await agent.authorize(await agent.arm('hostile'), { state: hostileText });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-trace-id')).toBe(hostileText);
    expect(await response.text()).not.toContain('<img');
  });
});

async function verified(idToken: string, clockTolerance = 0) {
  const keys = (await (await fetch(`${playground.issuer}/jwks`)).json()) as JSONWebKeySet;
  return (await jwtVerify(idToken, createLocalJWKSet(keys), { clockTolerance })).payload;
}
