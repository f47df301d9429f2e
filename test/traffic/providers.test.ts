import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, CROSS } from './clients.ts';
import { form, idToken, jwt, page, posted, redirect } from './sketch.ts';

const CALLBACK = `${APP}/cb`;
const STATE = s256('state at a provider').slice(0, 32);
const CODE = s256('code of a provider');

type Values = Readonly<Record<string, string>>;

/** How a provider documents its request and its answer. */
interface Shape {
  readonly endpoint: string;
  readonly request: Values;
  readonly response?: Values;
  readonly mark?: '?' | '#';
  readonly client?: string;
  readonly grant?: string;
}

const usual = { redirect_uri: CALLBACK, state: STATE };
const code = { response_type: 'code', ...usual };

const shapes: Readonly<Record<string, Shape>> = {
  'GitHub, with nothing but the client': {
    endpoint: 'https://github.com/login/oauth/authorize',
    request: { client_id: 'Iv1.0000', state: STATE },
  },
  'GitHub Enterprise, and the installation of an app': {
    endpoint: 'https://github.example.com/login/oauth/authorize',
    request: { client_id: 'Iv1.0000', ...usual },
    response: { installation_id: '12345678', setup_action: 'install' },
  },
  Facebook: {
    endpoint: 'https://www.facebook.com/v19.0/dialog/oauth',
    request: { client_id: '1234567890', ...usual, scope: 'email,public_profile' },
  },
  'Facebook, by its SDK': {
    endpoint: 'https://www.facebook.com/v19.0/dialog/oauth',
    request: {
      app_id: '1234567890',
      client_id: '1234567890',
      display: 'popup',
      response_type: 'token,signed_request,graph_domain',
      ...usual,
    },
    mark: '#',
    response: {
      code: '',
      access_token: 'EAAG0123456789abcdefABCDEF',
      expires_in: '5184000',
      data_access_expiration_time: '1775000000',
      signed_request: 'aaaa.bbbb',
    },
    grant: 'implicit',
  },
  Instagram: {
    endpoint: 'https://www.instagram.com/oauth/authorize',
    request: {
      client_id: '1234567890',
      ...code,
      scope: 'instagram_business_basic',
      force_reauth: 'true',
    },
  },
  'Slack, first version': {
    endpoint: 'https://slack.com/oauth/authorize',
    request: { client_id: '111.222', scope: 'identity.basic', state: STATE },
  },
  'Slack, second version, in a workspace': {
    endpoint: 'https://example.slack.com/oauth/v2/authorize',
    request: { client_id: '111.222', scope: 'chat:write', user_scope: '', ...usual },
  },
  'Google, online': {
    endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
    request: {
      client_id: '1.apps.googleusercontent.com',
      ...code,
      scope: 'openid email',
      access_type: 'offline',
      include_granted_scopes: 'true',
      nonce: s256('n1').slice(0, 22),
    },
    response: {
      scope: 'email openid https://www.googleapis.com/auth/userinfo.email',
      authuser: '0',
      hd: 'example.com',
      prompt: 'consent',
    },
  },
  LinkedIn: {
    endpoint: 'https://www.linkedin.com/oauth/v2/authorization',
    request: { client_id: '78abcdef', ...code, scope: 'r_liteprofile' },
  },
  Discord: {
    endpoint: 'https://discord.com/oauth2/authorize',
    request: { client_id: '157730590492196864', ...code, scope: 'identify guilds.join' },
    response: { guild_id: '2909267986263572999', permissions: '8' },
  },
  'Discord, a bot': {
    endpoint: 'https://discord.com/oauth2/authorize',
    request: { client_id: '157730590492196864', scope: 'bot', permissions: '8', state: STATE },
  },
  X: {
    endpoint: 'https://x.com/i/oauth2/authorize',
    request: {
      client_id: 'rG9n6402A3dbUJKzXTNX4oWHJ',
      ...code,
      scope: 'tweet.read users.read',
      code_challenge: s256('v'),
      code_challenge_method: 'S256',
    },
  },
  Spotify: {
    endpoint: 'https://accounts.spotify.com/authorize',
    request: {
      client_id: '5fe01282e44241328a84e7c5cc169165',
      ...code,
      scope: 'user-read-private',
      show_dialog: 'true',
    },
  },
  Atlassian: {
    endpoint: 'https://auth.atlassian.com/authorize',
    request: {
      audience: 'api.atlassian.com',
      client_id: 'aBcDeF',
      ...code,
      scope: 'read:jira-user',
      prompt: 'consent',
    },
  },
  'Stripe Connect': {
    endpoint: 'https://connect.stripe.com/oauth/authorize',
    request: { client_id: 'ca_FkyHCg7X8mlvCUdMDao4mMxagUfhIwXb', scope: 'read_write', ...code },
    response: { scope: 'read_write' },
  },
  'Stripe Connect, express': {
    endpoint: 'https://connect.stripe.com/express/oauth/authorize',
    request: {
      client_id: 'ca_FkyHCg7X8mlvCUdMDao4mMxagUfhIwXb',
      state: STATE,
      'stripe_user[email]': 'user@example.com',
    },
  },
  Zoom: {
    endpoint: 'https://zoom.us/oauth/authorize',
    request: { client_id: '7lstjK9NTyett_oeXtFiEQ', ...code },
  },
  TikTok: {
    endpoint: 'https://www.tiktok.com/v2/auth/authorize/',
    request: { client_key: 'aw1234567890', ...code, scope: 'user.info.basic' },
    response: { scopes: 'user.info.basic' },
    client: 'aw1234567890',
  },
  WeChat: {
    endpoint: 'https://open.weixin.qq.com/connect/qrconnect',
    request: { appid: 'wxbdc5610cc59c1631', ...code, scope: 'snsapi_login' },
    client: 'wxbdc5610cc59c1631',
  },
  Alipay: {
    endpoint: 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm',
    request: { app_id: '2021000000000000', scope: 'auth_user', ...usual },
    response: {
      code: '',
      app_id: '2021000000000000',
      source: 'alipay_app_auth',
      scope: 'auth_user',
      auth_code: CODE,
    },
    client: '2021000000000000',
  },
  Lark: {
    endpoint: 'https://open.larksuite.com/open-apis/authen/v1/index',
    request: { app_id: 'cli_a1b2c3', ...usual },
    client: 'cli_a1b2c3',
  },
  HubSpot: {
    endpoint: 'https://app.hubspot.com/oauth/authorize',
    request: { client_id: '00000000-0000-4000-8000-000000000000', ...usual, scope: 'oauth' },
  },
  Salesforce: {
    endpoint: 'https://login.salesforce.com/services/oauth2/authorize',
    request: { client_id: '3MVG9', ...code, scope: 'api refresh_token', display: 'popup' },
  },
  'Shopify, in its admin': {
    endpoint: 'https://admin.shopify.com/store/example/oauth/authorize',
    request: {
      client_id: '0123456789abcdef0123456789abcdef',
      scope: 'read_products',
      ...usual,
      'grant_options[]': 'per-user',
    },
    response: {
      hmac: s256('hmac'),
      host: 'YWRtaW4',
      shop: 'example.myshopify.com',
      timestamp: '1767225600',
    },
  },
  'Cognito, at its login page': {
    endpoint: 'https://shop.auth.eu-west-1.amazoncognito.com/login',
    request: { client_id: '1example23456789', ...code, scope: 'openid email' },
  },
  'Keycloak, legacy path': {
    endpoint: 'https://kc.example.com/auth/realms/demo/protocol/openid-connect/auth',
    request: { client_id: 'web', ...code, scope: 'openid', nonce: s256('n2').slice(0, 22) },
    response: { session_state: '0f0e0d0c-0000-4000-8000-000000000001' },
  },
  'Entra, first version': {
    endpoint: 'https://login.microsoftonline.com/common/oauth2/authorize',
    request: {
      client_id: '00000000-0000-4000-8000-00000000000a',
      ...code,
      resource: 'https://graph.windows.net',
    },
    response: { session_state: '0f0e0d0c-0000-4000-8000-000000000002' },
  },
  'B2C, the policy in the query': {
    endpoint: 'https://example.b2clogin.com/example.onmicrosoft.com/oauth2/v2.0/authorize',
    request: {
      p: 'B2C_1_signin',
      client_id: '00000000-0000-4000-8000-00000000000b',
      ...code,
      scope: 'openid',
      nonce: s256('n3').slice(0, 22),
    },
  },
  'B2C, the policy in the path': {
    endpoint:
      'https://example.b2clogin.com/tfp/example.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/authorize',
    request: {
      client_id: '00000000-0000-4000-8000-00000000000b',
      ...code,
      scope: 'openid',
      nonce: s256('n4').slice(0, 22),
    },
  },
  Yahoo: {
    endpoint: 'https://api.login.yahoo.com/oauth2/request_auth',
    request: { client_id: 'dj0yJmk9', ...code, language: 'en-us' },
  },
  Amazon: {
    endpoint: 'https://www.amazon.com/ap/oa',
    request: { client_id: 'amzn1.application-oa2-client.0', ...code, scope: 'profile' },
    response: { scope: 'profile' },
  },
};

function traffic({ endpoint, request, response = {}, mark = '?' }: Shape): Exchange[] {
  const url = `${endpoint}?${form(request)}`;
  const values = form(
    Object.fromEntries(
      Object.entries({ code: CODE, state: STATE, ...response }).filter(([, value]) => value !== ''),
    ),
  );
  const target = `${CALLBACK}${mark}${values}`;
  return [
    page(0, url),
    posted(
      5,
      `${new URL(endpoint).origin}/session`,
      { p: 'x' },
      { headers: { referer: url }, status: 302, answer: { location: target } },
    ),
    redirect(5.2, target, '/home', { headers: CROSS }),
    page(5.4, `${APP}/home`),
  ];
}

describe('the shapes of providers', () => {
  it.each(Object.entries(shapes))('%s', (_, shape) => {
    const { flows } = snapshotOf(traffic(shape));
    expect(flows).toHaveLength(1);
    const [{ flow, outcome, findings }] = flows as [(typeof flows)[0]];
    expect(flow.client).toBe(shape.client ?? shape.request.client_id);
    expect(flow.grant).toBe(shape.grant ?? 'authorization_code');
    expect(outcome).toBe(shape.grant ? 'succeeded' : 'unknown');
    expect(flow.responses.map(({ delivered, issuedBy }) => delivered && issuedBy !== null)).toEqual(
      [true],
    );
    if (!shape.grant) expect(flow.responses[0]?.params.get('code')).toBe(CODE);
    expect(
      findings.filter(
        ({ severity, check }) => severity !== 'info' && check !== 'implicit-flow-used',
      ),
    ).toEqual([]);
  });

  it('Google Identity Services: the credential is an ID token, and its request is the page behind the button', () => {
    const client = '1.apps.googleusercontent.com';
    const nonce = s256('n5').slice(0, 22);
    const credential = idToken(3, { iss: 'https://accounts.google.com', aud: client, nonce });
    const exchanges = [
      page(
        0,
        `https://accounts.google.com/gsi/select?${form({ client_id: client, ux_mode: 'redirect', login_uri: CALLBACK, nonce, ui_mode: 'card' })}`,
      ),
      posted(
        3,
        CALLBACK,
        { credential, g_csrf_token: '0123456789abcdef', select_by: 'btn' },
        {
          headers: { ...CROSS, origin: 'https://accounts.google.com' },
          status: 302,
          answer: { location: '/home' },
        },
      ),
    ];
    const [one, ...more] = snapshotOf(exchanges).flows;
    expect(more).toEqual([]);
    expect(one).toMatchObject({ outcome: 'succeeded', flow: { grant: 'implicit', client } });
    expect(
      one?.findings.filter(
        ({ severity, check }) => severity !== 'info' && check !== 'implicit-flow-used',
      ),
    ).toEqual([]);
    expect(snapshotOf(exchanges.slice(1)).flows).toHaveLength(1);
  });

  it('Apple: the user comes along in the form, once', () => {
    const request = {
      client_id: 'com.example.web',
      ...code,
      scope: 'name email',
      response_mode: 'form_post',
    };
    const exchanges = [
      page(0, `https://appleid.apple.com/auth/authorize?${form(request)}`),
      posted(
        6,
        CALLBACK,
        {
          state: STATE,
          code: CODE,
          user: '{"name":{"firstName":"U","lastName":"X"},"email":"user@example.com"}',
        },
        {
          headers: { ...CROSS, origin: 'https://appleid.apple.com' },
          status: 302,
          answer: { location: '/home' },
        },
      ),
    ];
    const [one] = snapshotOf(exchanges).flows;
    expect(one?.flow.responses[0]?.params.get('code')).toBe(CODE);
    expect(one?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('Supabase: the hub names no client, and its login holds the login at GitHub', () => {
    const hub = 'https://abcdefghijklmnop.supabase.co';
    const inner = {
      client_id: 'Iv1.0000',
      redirect_uri: `${hub}/auth/v1/callback`,
      scope: 'user:email',
      state: jwt({ exp: 1_767_226_000, provider: 'github' }, { alg: 'HS256' }),
    };
    const innerUrl = `https://github.com/login/oauth/authorize?${form(inner)}`;
    const back = `${inner.redirect_uri}?${form({ code: CODE, state: inner.state })}`;
    const outer = `${CALLBACK}?code=0f0e0d0c-0000-4000-8000-000000000000`;
    const exchanges = [
      redirect(
        0,
        `${hub}/auth/v1/authorize?${form({ provider: 'github', redirect_to: CALLBACK, code_challenge: s256('v'), code_challenge_method: 's256' })}`,
        innerUrl,
      ),
      redirect(0.3, innerUrl, back),
      redirect(0.6, back, outer, { headers: CROSS }),
      page(0.9, outer, { headers: CROSS }),
    ];
    const { flows } = snapshotOf(exchanges);
    expect(flows.map(({ flow }) => [flow.client, flow.parent])).toEqual([
      [null, null],
      ['Iv1.0000', flows[0]?.flow.id],
    ]);
    expect(flows[0]?.flow.responses).toHaveLength(1);
    expect(
      flows.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
  });

  it('Google repeats the request at its sign-in page: that is one attempt', () => {
    const request = form({
      client_id: '1.apps.googleusercontent.com',
      ...code,
      scope: 'openid email',
    });
    const url = `https://accounts.google.com/o/oauth2/v2/auth?${request}`;
    const again = `https://accounts.google.com/v3/signin/identifier?${request}&flowName=GeneralOAuthFlow`;
    const exchanges = [redirect(0, url, again), page(0.4, again)];
    expect(snapshotOf(exchanges).flows).toHaveLength(1);
  });
});
