import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { auth0, type Broker, brokered, brokers } from './brokers.ts';
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

/** The flows in short: client, parent as an index, outcome, kinds. */
function shapeOf(exchanges: readonly Exchange[]) {
  const { flows } = snapshotOf(exchanges);
  return flows.map(({ flow, outcome }) => ({
    client: flow.client,
    parent: flow.parent === null ? null : flows.findIndex((one) => one.flow.id === flow.parent),
    outcome,
    kinds: flow.messages.map(({ kind }) => kind),
  }));
}

describe('a login at another server', () => {
  it.each(Object.entries(brokers))('%s', (_, broker) => {
    const flows = shapeOf(brokered(broker));
    expect(flows.map(({ client, parent, outcome }) => ({ client, parent, outcome }))).toEqual([
      { client: 'client-of-the-app', parent: null, outcome: 'succeeded' },
      { client: broker.inner.client, parent: 0, outcome: 'unknown' },
    ]);
    expect(flows[0]?.kinds.filter((kind) => kind === 'authorization-response')).toHaveLength(1);
    expect(flows[1]?.kinds.filter((kind) => kind === 'authorization-response')).toHaveLength(1);
    expect(flows[1]?.kinds).not.toContain('landing');
  });

  it.each(Object.entries(brokers))('%s: there is no finding and no gap', (_, broker) => {
    const { flows, gaps } = snapshotOf(brokered(broker));
    expect(
      flows.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it('separates two logins at one broker, each with the one inside it', () => {
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
    const flows = shapeOf([...brokered(one), ...other]);
    expect(flows.map(({ parent, outcome }) => [parent, outcome])).toEqual([
      [null, 'succeeded'],
      [null, 'succeeded'],
      [0, 'unknown'],
      [1, 'unknown'],
    ]);
  });

  it('follows brokers behind brokers, three levels deep', () => {
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
        kinds: [
          'authorization-request',
          'interaction',
          'interaction',
          'authorization-response',
          'token-request',
        ],
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
