import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, spa } from './clients.ts';
import {
  call,
  exchangeOf,
  form,
  idToken,
  login,
  page,
  posted,
  redirect,
  requestUrl,
  valuesOf,
} from './sketch.ts';

const SID = '08a5019c-17e1-4977-8f42-65a12843ea02';

const hint = idToken(4.8, {
  iss: AS,
  aud: valuesOf(spa).client,
  nonce: valuesOf(spa).nonce,
  sid: SID,
});
const loggedIn = (): Exchange[] => login({ ...spa, tokens: { id_token: hint } });

/** Each flow in short: its end, the flow that it rests on and how, its kinds. */
function shapeOf(exchanges: readonly Exchange[]) {
  const { flows } = snapshotOf(exchanges);
  return flows.map(({ flow, outcome, findings }) => ({
    grant: flow.grant,
    outcome,
    relation: flow.relation,
    parent: flow.parent === null ? null : flows.findIndex((one) => one.flow.id === flow.parent),
    kinds: flow.messages.map(({ kind }) => kind).join(' '),
    held: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
  }));
}

const end = (values: Readonly<Record<string, string>>, to?: string) => {
  const url = `${AS}/session/end?${form(values)}`;
  return to === undefined ? page(60, url) : redirect(60, url, to);
};
const HOME = `${APP}/?state=logout-state`;
const asked = { id_token_hint: hint, post_logout_redirect_uri: `${APP}/`, state: 'logout-state' };
const logout = { grant: 'logout', relation: 'after', parent: 0, held: [] };

describe('logout by the browser', () => {
  it('belongs to the login whose ID token it hints at, and ends at the client', () => {
    const flows = shapeOf([...loggedIn(), end(asked, HOME), page(60.3, HOME)]);
    expect(flows).toHaveLength(2);
    expect(flows[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'end-session-request landing',
    });
  });

  it('by POST, with a page that asks and the answer to it', () => {
    const question = posted(60, `${AS}/session/end`, asked, {
      answerBody: `<form method="post" action="${AS}/session/end/confirm"><input type="hidden" name="xsrf" value="x"><button>Yes</button></form>`,
    });
    const answer = posted(
      62,
      `${AS}/session/end/confirm`,
      { xsrf: 'x', logout: 'yes' },
      { headers: { referer: `${AS}/` }, status: 302, answer: { location: HOME } },
    );
    expect(shapeOf([...loggedIn(), question])[1]).toMatchObject({
      outcome: 'unfinished',
      kinds: 'end-session-request',
    });
    expect(shapeOf([...loggedIn(), question, answer, page(62.5, HOME)])[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'end-session-request interaction landing',
    });
  });

  it.each(['', `${AS}/session/end`])(
    'with a page that asks, and whose form to "%s" repeats the request',
    (action) => {
      const inputs = Object.entries(asked).map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
      );
      const url = `${AS}/session/end?${form(asked)}`;
      const question = page(60, url, {
        answerBody: `<form method="post" action="${action}">${inputs.join('')}<button name="allow">`,
      });
      const answer = posted(
        62,
        action || url,
        { ...asked, allow: 'Log out' },
        { headers: { referer: `${AS}/` }, status: 302, answer: { location: HOME } },
      );
      expect(shapeOf([...loggedIn(), question, answer, page(62.5, HOME)]).slice(1)).toEqual([
        {
          ...logout,
          outcome: 'succeeded',
          kinds: 'end-session-request end-session-request landing',
        },
      ]);
    },
  );

  it('reaches the other clients in frames', () => {
    const frames = [
      ['https://one.example.net/fcl', 200],
      ['https://two.example.org/logout', 500],
    ] as const;
    const flows = shapeOf([
      ...loggedIn(),
      end(asked),
      ...frames.map(([url, status], index) =>
        page(60.2 + index / 10, `${url}?${form({ iss: AS, sid: SID })}`, {
          destination: 'iframe',
          status,
        }),
      ),
    ]);
    expect(flows).toHaveLength(2);
    expect(flows[1]).toMatchObject({
      grant: 'logout',
      outcome: 'succeeded',
      kinds: 'end-session-request frontchannel-logout-request frontchannel-logout-request',
    });
  });

  it('is a logout of that session also when only the frame was seen', () => {
    const frame = page(60, `https://one.example.net/fcl?${form({ iss: AS, sid: SID })}`, {
      destination: 'iframe',
    });
    expect(shapeOf([...loggedIn(), frame])[1]).toEqual({
      ...logout,
      outcome: 'succeeded',
      kinds: 'frontchannel-logout-request',
    });
  });

  it.each([
    [
      'Auth0',
      `https://dev-example.eu.auth0.com/v2/logout?${form({ client_id: 'abc', returnTo: `${APP}/` })}`,
    ],
    [
      'Cognito',
      `https://shop.auth.eu-west-1.amazoncognito.com/logout?${form({ client_id: 'abc', logout_uri: `${APP}/` })}`,
    ],
    [
      'Entra',
      `https://login.microsoftonline.com/common/oauth2/v2.0/logout?${form({ post_logout_redirect_uri: `${APP}/` })}`,
    ],
    [
      'Keycloak, legacy',
      `https://kc.example.com/auth/realms/demo/protocol/openid-connect/logout?${form({ redirect_uri: `${APP}/` })}`,
    ],
    [
      'Okta',
      `https://dev-000000.okta.com/oauth2/default/v1/logout?${form({ id_token_hint: hint, post_logout_redirect_uri: `${APP}/` })}`,
    ],
  ])('at %s', (_, url) => {
    const [flow, ...more] = shapeOf([redirect(0, url, `${APP}/`), page(0.3, `${APP}/`)]);
    expect(more).toEqual([]);
    expect(flow).toMatchObject({
      grant: 'logout',
      outcome: 'succeeded',
      kinds: 'end-session-request landing',
      held: [],
    });
  });

  it('failed when the server shows an error', () => {
    const [flow] = shapeOf([
      page(0, `${AS}/session/end?${form({ post_logout_redirect_uri: `${APP}/x` })}`, {
        status: 400,
      }),
    ]);
    expect(flow).toMatchObject({ grant: 'logout', outcome: 'failed' });
  });
});

describe('around a session', () => {
  it('puts the frames that watch it to its login', () => {
    const flows = shapeOf([
      page(-0.2, `${AS}/3p-cookies/step1.html`, { destination: 'iframe' }),
      ...loggedIn(),
      page(6, `${AS}/login-status-iframe.html`, { destination: 'iframe' }),
    ]);
    expect(flows).toHaveLength(1);
    expect(flows[0]?.kinds.match(/session-iframe/g)).toHaveLength(2);
    expect(flows[0]).toMatchObject({ outcome: 'succeeded', held: [] });
  });

  it('links the stronger login to the API that asked for it', () => {
    const refused = call(20, APP, 'https://api.example.com/transfer', {
      method: 'POST',
      status: 401,
      headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
      answer: {
        'www-authenticate':
          'Bearer error="insufficient_user_authentication", acr_values="phr urn:mfa", max_age="5"',
      },
    });
    const stronger = login({
      ...spa,
      seed: 'stronger',
      at: 25,
      request: { acr_values: 'urn:mfa phr' },
    });
    const unrelated = login({ ...spa, seed: 'unrelated', at: 60, request: { acr_values: 'phr' } });
    const flows = shapeOf([...loggedIn(), refused, ...stronger, ...unrelated]);
    expect(flows.map(({ relation, parent, outcome }) => [relation, parent, outcome])).toEqual([
      [null, null, 'succeeded'],
      ['after', 0, 'succeeded'],
      [null, null, 'succeeded'],
    ]);
  });

  it('begins with the site that asked for the login', () => {
    const initiation = `${APP}/login?${form({ iss: AS, login_hint: 'user@example.com', target_link_uri: `${APP}/reports` })}`;
    const exchanges = [
      redirect(-0.5, initiation, requestUrl(spa), { headers: { 'sec-fetch-site': 'cross-site' } }),
      ...loggedIn(),
    ];
    const [flow, ...more] = shapeOf(exchanges);
    expect(more).toEqual([]);
    expect(flow?.kinds).toMatch(/^third-party-initiated-login authorization-request /);
    expect(flow).toMatchObject({
      grant: 'authorization_code',
      outcome: 'succeeded',
      relation: null,
      held: [],
    });
  });

  it('begins with it also when the client sends the request by a page of its own', () => {
    const initiation = `${APP}/login?${form({ iss: AS, target_link_uri: `${APP}/reports` })}`;
    expect(shapeOf([page(-2, initiation), ...loggedIn()])).toHaveLength(1);
    expect(shapeOf([page(-2, initiation)])).toMatchObject([
      { outcome: 'unfinished', kinds: 'third-party-initiated-login' },
    ]);
  });

  it('takes the login page of a server-side application for no broker', () => {
    const exchanges = [redirect(-0.5, `${APP}/login`, requestUrl(spa)), ...loggedIn()];
    expect(shapeOf(exchanges).map(({ parent, relation }) => [parent, relation])).toEqual([
      [null, null],
    ]);
  });
});

const WEB = { 'sec-fetch-dest': 'webidentity' };
const idp = 'https://accounts.idp.example.com';

const fedcm = (assertion: Partial<Parameters<typeof exchangeOf>[1]>): Exchange[] => {
  const get = (at: number, url: string, answerBody: object) =>
    exchangeOf(at, {
      url,
      headers: WEB,
      destination: 'other',
      mode: 'no-cors',
      answer: { 'content-type': 'application/json' },
      answerBody,
    });
  return [
    get(0, 'https://idp.example.com/.well-known/web-identity', {
      provider_urls: [`${idp}/fedcm.json`],
    }),
    get(0.1, `${idp}/fedcm.json`, {
      accounts_endpoint: '/accounts',
      id_assertion_endpoint: '/assertion',
      login_url: '/login',
    }),
    get(0.2, `${idp}/accounts`, {
      accounts: [{ id: '1234', name: 'Jane Doe', email: 'janedoe@example.com' }],
    }),
    get(0.3, `${idp}/client?client_id=client1234`, { privacy_policy_url: `${APP}/privacy` }),
    exchangeOf(4, {
      url: `${idp}/assertion`,
      headers: { ...WEB, origin: APP },
      destination: 'other',
      mode: 'cors',
      body: form({
        client_id: 'client1234',
        nonce: s256('n').slice(0, 22),
        account_id: '1234',
        disclosure_text_shown: 'true',
      }),
      answer: { 'content-type': 'application/json' },
      ...assertion,
    }),
  ];
};

describe('FedCM', () => {
  it.each([
    [
      'a token',
      { answerBody: { token: idToken(4, { iss: idp, aud: 'client1234' }) } },
      'succeeded',
    ],
    [
      'an error',
      { status: 401, answerBody: { error: { code: 'access_denied', url: `${idp}/help` } } },
      'failed',
    ],
    ['a page to go on with', { answerBody: { continue_on: `${idp}/continue` } }, 'unfinished'],
    ['no answer that was recorded', { status: null }, 'unknown'],
  ] as const)('the assertion endpoint answers %s', (_, assertion, outcome) => {
    const flows = shapeOf(fedcm(assertion));
    expect(flows).toEqual([
      {
        grant: 'fedcm',
        outcome,
        relation: null,
        parent: null,
        kinds: Array(5).fill('fedcm-request').join(' '),
        held: [],
      },
    ]);
  });

  it('is not finished when no account was chosen', () => {
    expect(shapeOf(fedcm({}).slice(0, 4))).toMatchObject([
      { grant: 'fedcm', outcome: 'unfinished' },
    ]);
  });
});
