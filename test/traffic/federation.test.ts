import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, CROSS } from './clients.ts';
import {
  form,
  type LoginSketch,
  page,
  posted,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
} from './sketch.ts';

const upstream = (callback: string, seed = 'inner'): LoginSketch => ({
  authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  callback,
  seed,
  client: '00000000-0000-4000-8000-00000000000c',
});

/** What the flows are: server, client, parent as an index, kinds. */
function shapeOf(exchanges: readonly Exchange[]) {
  const { flows } = snapshotOf(exchanges);
  return flows.map(({ flow, outcome }) => ({
    client: flow.client,
    parent: flow.parent === null ? null : flows.findIndex((one) => one.flow.id === flow.parent),
    outcome,
    kinds: flow.messages.map(({ kind }) => kind),
  }));
}

interface Broker {
  readonly outer: LoginSketch;
  /** Pages of the broker before it sends the browser on; the last one redirects to the upstream. */
  readonly start: (to: string) => Exchange[];
  readonly inner: LoginSketch;
  /** After the upstream's answer; the last one redirects to the client. */
  readonly end: (to: string) => Exchange[];
}

const keycloak = 'https://kc.example.com/realms/demo';
const auth0 = 'https://dev-example.eu.auth0.com';
const cognito = 'https://shop.auth.eu-west-1.amazoncognito.com';
const b2c = 'https://example.b2clogin.com/example.onmicrosoft.com/b2c_1_signin/oauth2';
const okta = 'https://dev-000000.okta.com/oauth2';

function brokerOf(
  authorize: string,
  token: string,
  callback: string,
  start: (url: string, to: string) => Exchange[],
  end: (to: string) => readonly string[],
  inner: Partial<LoginSketch> = {},
): Broker {
  const outer: LoginSketch = { authorize, token, callback: `${APP}/cb`, seed: 'outer' };
  const returned: LoginSketch = { ...upstream(callback), ...inner };
  return {
    outer,
    inner: returned,
    start: (to) => start(requestUrl(outer), to),
    end: (to) => {
      const hops = end(to);
      const first = returned.mode === 'form_post' ? callback : responseUrl(returned);
      return [first, ...hops].map((url, index) => {
        const next = hops[index] ?? to;
        return index === 0 && returned.mode === 'form_post'
          ? posted(6, url, formOf(responseUrl(returned)), {
              headers: { ...CROSS, origin: 'https://login.microsoftonline.com' },
              status: 302,
              answer: { location: next },
            })
          : redirect(6 + index / 10, url, next, { headers: CROSS });
      });
    },
  };
}

const formOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

const brokers: Readonly<Record<string, Broker>> = {
  'Keycloak, with its page for the first login': brokerOf(
    `${keycloak}/protocol/openid-connect/auth`,
    `${keycloak}/protocol/openid-connect/token`,
    `${keycloak}/broker/entra/endpoint`,
    (url, to) => [
      page(0, url),
      redirect(1, `${keycloak}/broker/entra/login?client_id=web&tab_id=t&session_code=s`, to, {
        headers: { referer: url },
      }),
    ],
    () => [
      `${keycloak}/login-actions/first-broker-login?client_id=web&tab_id=t`,
      `${keycloak}/broker/after-first-broker-login?client_id=web&tab_id=t`,
    ],
  ),
  Auth0: brokerOf(
    `${auth0}/authorize`,
    `${auth0}/oauth/token`,
    `${auth0}/login/callback`,
    (url, to) => [
      redirect(0, url, `${auth0}/u/login?state=hKFo2SBx`),
      page(0.2, `${auth0}/u/login?state=hKFo2SBx`),
      posted(
        1,
        `${auth0}/u/login?state=hKFo2SBx`,
        { connection: 'entra' },
        {
          headers: { referer: `${auth0}/u/login?state=hKFo2SBx` },
          status: 302,
          answer: { location: to },
        },
      ),
    ],
    () => [`${auth0}/authorize/resume?state=hKFo2SBx`],
  ),
  Cognito: brokerOf(
    `${cognito}/oauth2/authorize`,
    `${cognito}/oauth2/token`,
    `${cognito}/oauth2/idpresponse`,
    (url, to) => [redirect(0, url, to)],
    () => [],
  ),
  'B2C, by form_post': brokerOf(
    `${b2c}/v2.0/authorize`,
    `${b2c}/v2.0/token`,
    'https://example.b2clogin.com/example.onmicrosoft.com/oauth2/authresp',
    (url, to) => [redirect(0, url, to)],
    () => [],
    { mode: 'form_post', request: { response_mode: 'form_post' } },
  ),
  Okta: brokerOf(
    `${okta}/default/v1/authorize`,
    `${okta}/default/v1/token`,
    `${okta}/v1/authorize/callback`,
    (url, to) => [redirect(0, url, to)],
    () => ['https://dev-000000.okta.com/login/step-up/redirect?stateToken=00abc'],
  ),
};

function traffic({ outer, inner, start, end }: Broker): Exchange[] {
  return [
    ...start(requestUrl(inner)),
    page(2, requestUrl(inner)),
    posted(
      5,
      'https://login.microsoftonline.com/common/login',
      { p: 'x' },
      {
        headers: { referer: requestUrl(inner) },
        ...(inner.mode === 'form_post'
          ? {}
          : { status: 302, answer: { location: responseUrl(inner) } }),
      },
    ),
    ...end(responseUrl(outer)),
    page(7, responseUrl(outer), { headers: CROSS }),
    redeemed({ ...outer, at: 3 }),
  ];
}

describe('a login by way of another server', () => {
  it.each(Object.entries(brokers))('%s', (_, broker) => {
    const flows = shapeOf(traffic(broker));
    expect(flows.map(({ client, parent, outcome }) => ({ client, parent, outcome }))).toEqual([
      { client: 'client-of-the-app', parent: null, outcome: 'succeeded' },
      { client: broker.inner.client, parent: 0, outcome: 'unknown' },
    ]);
    expect(flows[0]?.kinds.filter((kind) => kind === 'authorization-response')).toHaveLength(1);
    expect(flows[1]?.kinds.filter((kind) => kind === 'authorization-response')).toHaveLength(1);
    expect(flows[1]?.kinds).not.toContain('landing');
  });

  it.each(Object.entries(brokers))(
    '%s: nothing is held against it, and nothing is called a gap',
    (_, broker) => {
      const { flows, gaps } = snapshotOf(traffic(broker));
      expect(
        flows.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info'),
      ).toEqual([]);
      expect(gaps).toEqual([]);
    },
  );

  it('keeps two logins at one broker apart, each with the one inside it', () => {
    const second = (sketch: LoginSketch): LoginSketch => ({ ...sketch, seed: `${sketch.seed} 2` });
    const shift = (exchanges: readonly Exchange[]) =>
      exchanges.map((one) => ({ ...one, startedAt: one.startedAt + 50 }));
    const one = brokers.Cognito as Broker;
    const outer = second(one.outer);
    const inner = second(one.inner);
    const other: Exchange[] = shift([
      redirect(0, requestUrl(outer), requestUrl(inner)),
      page(2, requestUrl(inner)),
      redirect(6, responseUrl(inner), responseUrl(outer), { headers: CROSS }),
      page(7, responseUrl(outer), { headers: CROSS }),
      redeemed({ ...outer, at: 3 }),
    ]);
    const flows = shapeOf([...traffic(one), ...other]);
    expect(flows.map(({ parent, outcome }) => [parent, outcome])).toEqual([
      [null, 'succeeded'],
      [null, 'succeeded'],
      [0, 'unknown'],
      [1, 'unknown'],
    ]);
  });

  it('follows brokers that broker, three levels deep', () => {
    const hosts = [
      'https://a.example.com',
      'https://b.example.net',
      'https://c.example.org',
      'https://d.example.com',
    ];
    const levels = hosts.map(
      (host, index): LoginSketch => ({
        authorize: `${host}/authorize`,
        callback: index === 0 ? `${APP}/cb` : `${hosts[index - 1]}/callback`,
        client: `client at level ${index}`,
        seed: `level ${index}`,
      }),
    );
    const down = levels
      .slice(0, -1)
      .map((level, index) =>
        redirect(index / 10, requestUrl(level), requestUrl(levels[index + 1] as LoginSketch)),
      );
    const last = levels.at(-1) as LoginSketch;
    const up = [...levels].reverse().map((level, index) => {
      const next = levels[levels.length - 2 - index];
      return next
        ? redirect(5 + index / 10, responseUrl(level), responseUrl(next), { headers: CROSS })
        : page(6, responseUrl(level), { headers: CROSS });
    });
    const exchanges = [
      ...down,
      page(1, requestUrl(last)),
      posted(
        4,
        `${hosts[3]}/login`,
        { p: 'x' },
        {
          headers: { referer: requestUrl(last) },
          status: 302,
          answer: { location: responseUrl(last) },
        },
      ),
      ...up,
    ];
    expect(shapeOf(exchanges).map(({ client, parent }) => [client, parent])).toEqual(
      levels.map(({ client }, index) => [client, index === 0 ? null : index - 1]),
    );
  });

  it('shows a SAML hop as pages of the login', () => {
    const { outer } = brokers.Auth0 as Broker;
    const idp = `https://idp.example.net/saml2?${form({ SAMLRequest: 'fZJNT%2BMwEIbv', RelayState: 'r' })}`;
    const exchanges = [
      redirect(0, requestUrl(outer), idp),
      page(0.2, idp),
      posted(
        4,
        `${auth0}/login/callback?connection=saml`,
        { SAMLResponse: 'PHNhbWw+', RelayState: 'r' },
        {
          headers: { ...CROSS, origin: 'https://idp.example.net' },
          status: 302,
          answer: { location: responseUrl(outer) },
        },
      ),
      page(5, responseUrl(outer), { headers: CROSS }),
      redeemed({ ...outer, at: 1 }),
    ];
    expect(shapeOf(exchanges)).toEqual([
      {
        client: 'client-of-the-app',
        parent: null,
        outcome: 'succeeded',
        kinds: ['authorization-request', 'interaction', 'authorization-response', 'token-request'],
      },
    ]);
  });

  it('says of the outer login that the inner one failed, and why', () => {
    const { inner, start } = brokers['Keycloak, with its page for the first login'] as Broker;
    const refused = `${inner.callback}?${form({ error: 'invalid_scope', error_description: 'scope groups is unknown', state: new URL(requestUrl(inner)).searchParams.get('state') ?? '' })}`;
    const exchanges = [
      ...start(requestUrl(inner)),
      redirect(2, requestUrl(inner), refused),
      page(3, refused, {
        headers: CROSS,
        status: 502,
        answerBody: '<h1>Unexpected error when authenticating with identity provider</h1>',
      }),
    ];
    const { flows } = snapshotOf(exchanges);
    expect(flows.map(({ outcome, flow }) => [outcome, flow.parent !== null])).toEqual([
      ['failed', false],
      ['failed', true],
    ]);
    expect(flows[0]?.verdict.text).toMatch(
      /^The authorization server failed.*"Unexpected error when authenticating with identity provider"/,
    );
    expect(flows[0]?.verdict.text).toMatch(
      /login inside it, at login\.microsoftonline\.com, failed.*scope groups is unknown/,
    );
    expect(
      flows[1]?.findings.find(({ check }) => check === 'authz-error-invalid-scope'),
    ).toMatchObject({
      severity: 'error',
      owner: 'authorization server',
      title: expect.stringMatching(/not your client/),
    });
  });
});
