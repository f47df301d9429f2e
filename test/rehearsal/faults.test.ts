import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { FAULTS, offeredFaults } from '../../src/rehearsal/all-faults.ts';
import { chosenPlan } from '../../src/rehearsal/chosen-plan.ts';
import { FAKE, type PagePlan, planRefusal } from '../../src/rehearsal/page-plan.ts';
import { rulePlanRefusal } from '../../src/rehearsal/rule-plan.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { APP, AS, spa } from '../traffic/clients.ts';
import { call, form, login, redirect, requestUrl, valuesOf } from '../traffic/sketch.ts';

function flowIn(exchanges: Parameters<typeof snapshotOf>[0]): AnalysedFlow {
  const [flow] = snapshotOf(exchanges).flows;
  if (!flow) throw new Error('there is no flow');
  return flow;
}

const offersOf = (exchanges: Parameters<typeof snapshotOf>[0]) =>
  Object.fromEntries(
    offeredFaults(flowIn(exchanges).flow).map(({ fault, plan, rulePlan, grey }) => [
      fault.id,
      plan ?? rulePlan ?? grey,
    ]),
  );

/** A login with a refresh and a call of the API. */
const whole = [
  ...login({ ...spa, tokens: { refresh_token: 'rt-1', access_token: 'at-1', expires_in: 600 } }),
  call(30, APP, 'https://api.example.com/orders?page=2', {
    headers: { authorization: 'Bearer at-1' },
  }),
  call(60, APP, `${AS}/token`, {
    method: 'POST',
    body: form({
      grant_type: 'refresh_token',
      refresh_token: 'rt-1',
      client_id: valuesOf(spa).client,
    }),
    answerBody: { access_token: 'at-2', token_type: 'Bearer', expires_in: 600 },
  }),
];

describe('every fault', () => {
  it.each(FAULTS.map((fault) => [fault.id, fault] as const))('%s says what it does', (_, fault) => {
    for (const text of [fault.does, fault.needs ?? 'Nothing.', fault.atServer, fault.good])
      expect(text).toMatch(/^[A-Z].*\.$/);
    expect(fault.title).not.toMatch(/\.$/);
    expect(fault.accepts).not.toEqual([]);
  });

  it('has a place of its own in the list', () => {
    expect(new Set(FAULTS.map(({ order }) => order)).size).toBe(FAULTS.length);
  });
});

describe('a login with a refresh and an API', () => {
  const offers = offersOf(whole);

  it('can have its refresh refused by its own server', () => {
    expect(offers['refresh-refused']).toMatchObject({
      origin: APP,
      calls: { method: 'POST', url: `${AS}/token`, parameter: 'refresh_token' },
      deed: { kind: 'change-parameter', name: 'refresh_token', value: FAKE },
      once: true,
    });
  });

  it('can have its call refused by the API, whose query does not matter', () => {
    expect(offers['api-refuses-token']).toMatchObject({
      calls: { method: 'GET', url: 'https://api.example.com/orders' },
      deed: { kind: 'change-token', value: FAKE },
    });
  });

  it('can have its clock set to a time after the token has expired', () => {
    expect(offers['access-token-expired']).toMatchObject({
      calls: { method: 'POST', url: `${AS}/token` },
      deed: { kind: 'clock', by: 660_000 },
      once: true,
    });
  });

  it('can have each parameter of its request changed', () => {
    const calls = { method: 'GET', url: `${AS}/authorize` };
    expect(offers['nonce-changed']).toMatchObject({ calls, deed: { name: 'nonce', value: FAKE } });
    expect(offers['redirect-uri-slash']).toMatchObject({ calls, deed: { value: '/' } });
    const { value = '' } = (offers['challenge-changed'] as PagePlan).deed as { value?: string };
    expect(value).toMatch(/^[\w-]{43}$/);
    const without = offersOf(login({ ...spa, request: { nonce: undefined } }));
    expect(without['nonce-changed']).toBe('The request has no nonce.');
  });

  it('has its request changed by rules alone when a server redirects to the login', () => {
    const exchanges = [redirect(-1, `${APP}/login`, requestUrl(spa)), ...login(spa)];
    const offers = offeredFaults(flowIn(exchanges).flow);
    const changed = offers.find(({ fault }) => fault.id === 'nonce-changed');
    expect(changed).toMatchObject({
      plan: null,
      grey: null,
      rulePlan: {
        sites: [APP, AS],
        requests: { url: `${AS}/authorize`, types: ['main_frame', 'sub_frame'] },
        deeds: [{ kind: 'set-query', name: 'nonce', value: FAKE, adds: false }],
      },
    });
  });

  it('can have its call refused before it is sent, and its callback bent', () => {
    const api = 'https://api.example.com';
    expect(offers['preflight-refused']).toMatchObject({
      sites: [APP, AS, api],
      requests: { url: `${api}/orders`, types: ['xmlhttprequest'], preflights: true },
    });
    expect(offers['code-altered']).toMatchObject({
      requests: { url: `${APP}/cb`, types: ['main_frame'] },
      deeds: [{ kind: 'set-query', name: 'code', value: FAKE }],
    });
    expect(offers['callback-offline']).toMatchObject({ deeds: [{ kind: 'offline' }] });
    expect(offers['silent-frame-no-session']).toMatch(/no login in a hidden frame/);
  });

  it('has no open login page', () => {
    expect(offers['login-denied']).toMatch(/over/);
  });

  it('has no popup', () => {
    expect(offers['popup-blocked']).toMatch(/no popup/);
  });
});

describe('a fault that a script and rules can bring about', () => {
  const offer = offeredFaults(flowIn(whole).flow).find(
    ({ fault }) => fault.id === 'api-refuses-token',
  );

  it('is made by rules once there is access to all of its sites', () => {
    if (!offer) throw new Error('there is no offer');
    expect(chosenPlan(offer, [])).toBe(offer.plan);
    expect(chosenPlan(offer, [`${APP}/*`])).toBe(offer.plan);
    expect(chosenPlan(offer, ['<all_urls>'])).toBe(offer.rulePlan);
    expect(offer.rulePlan?.deeds).toEqual([{ kind: 'set-authorization', value: `Bearer ${FAKE}` }]);
  });
});

describe('a login whose page is open', () => {
  it('can be answered in place of the server, with its state', () => {
    const begun = [redirect(0, requestUrl(spa), `${AS}/interaction/1`)];
    const { state } = valuesOf(spa);
    expect(offersOf(begun)['login-denied']).toMatchObject({
      origin: AS,
      deed: {
        kind: 'go',
        url: expect.stringContaining(`${APP}/cb?state=${state}&error=access_denied`),
      },
    });
    expect(offersOf(begun)['state-changed']).toMatchObject({
      deed: { url: expect.stringContaining(`state=${FAKE}&code=${FAKE}`) },
    });
  });
});

describe('a plan', () => {
  const safe: PagePlan = {
    fault: 'refresh-refused',
    title: 'The refresh token is refused',
    origin: APP,
    calls: { method: 'POST', url: `${AS}/token`, parameter: 'refresh_token' },
    deed: { kind: 'change-parameter', name: 'refresh_token', value: FAKE },
    once: true,
  };

  it('is carried out with an origin and the URL of its calls', () => {
    expect(planRefusal(safe)).toBeNull();
  });

  it.each<[string, Partial<PagePlan>]>([
    ['without calls', { calls: null }],
    ['with a URL that is none', { calls: { method: 'POST', url: '/token', parameter: null } }],
    ['with a URL of the browser', { calls: { method: 'GET', url: 'chrome://x', parameter: null } }],
    ['with a query', { calls: { method: 'GET', url: `${AS}/token?a=b`, parameter: null } }],
    ['with any origin', { origin: '*' }],
    ['with a page in place of an origin', { origin: `${APP}/cb` }],
    ['with a file as origin', { origin: 'file://' }],
    ['with a value that is not its own', { deed: { kind: 'change-token', value: 'at-1' } }],
    [
      'with a parameter that is not its own',
      { deed: { kind: 'change-navigation', name: 'nonce', value: 'n-1', appends: false } },
    ],
    [
      'with a redirect URI that is not its own',
      { deed: { kind: 'change-navigation', name: 'redirect_uri', value: '.evil', appends: true } },
    ],
    ['that leads to a script', { deed: { kind: 'go', url: 'javascript:alert(1)' } }],
  ])('is refused %s', (_, change) => {
    expect(planRefusal({ ...safe, ...change })).not.toBeNull();
  });

  it('is safe for every flow of every capture', () => {
    const all = captures.flatMap(({ path }) => snapshotOf(exchangesOf(path)).flows);
    for (const { flow } of all)
      for (const { plan, rulePlan, grey } of offeredFaults(flow)) {
        expect(plan === null && rulePlan === null).toBe(grey !== null);
        if (plan) expect(planRefusal(plan)).toBeNull();
        if (rulePlan) expect(rulePlanRefusal(rulePlan)).toBeNull();
      }
  }, 120_000);

  it.each([
    'https://app.example.com/cb?tenant=one',
    'http://localhost:4200/#/cb',
    'https://[::1]/',
  ])('leads nowhere but to the redirect URI %s', (callback) => {
    const begun = [redirect(0, requestUrl({ ...spa, callback }), `${AS}/interaction/1`)];
    const going = offeredFaults(flowIn(begun).flow).flatMap(({ plan }) =>
      plan?.deed.kind === 'go' ? [plan.deed.url] : [],
    );
    expect(going).not.toEqual([]);
    for (const url of going) expect(new URL(url).origin).toBe(new URL(callback).origin);
  });

  it.each(['javascript:alert(1)', 'com.example.app:/cb', 'not a url'])(
    'leads to no redirect URI such as %s',
    (callback) => {
      const begun = [redirect(0, requestUrl({ ...spa, callback }), `${AS}/interaction/1`)];
      for (const { plan } of offeredFaults(flowIn(begun).flow))
        expect(plan?.deed.kind).not.toBe('go');
    },
  );
});
