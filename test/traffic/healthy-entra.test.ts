import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import { call, type LoginSketch, login, valuesOf } from './sketch.ts';
import { clean, summary } from './summary.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const ENTRA = `https://login.microsoftonline.com/${TENANT}`;

const entra: LoginSketch = {
  authorize: `${ENTRA}/oauth2/v2.0/authorize`,
  token: `${ENTRA}/oauth2/v2.0/token?client-request-id=0190-aaaa`,
  callback: `${APP}/`,
  client: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  issuer: `${ENTRA}/v2.0`,
  mode: 'fragment',
  request: {
    scope: 'User.Read openid profile offline_access',
    response_mode: 'fragment',
    client_info: '1',
    'client-request-id': '0190-aaaa',
    'x-client-SKU': 'msal.js.browser',
    'x-client-VER': '3.27.0',
    prompt: 'select_account',
    state: `${Buffer.from('{"id":"0190c","meta":{"interactionType":"redirect"}}').toString('base64')}|/deep/link?tab=2`,
  },
  response: {
    code: '1.AX0A-code-of-entra.AgABBAIAAAD',
    client_info: 'eyJ1aWQiOiIxIn0',
    session_state: 'f0-11',
  },
  redeem: {
    scope: 'User.Read openid profile offline_access',
    client_info: '1',
    'x-client-SKU': 'msal.js.browser',
    'x-ms-lib-capability': 'retry-after, h429',
    'X-AnchorMailbox': `Oid:1@${TENANT}`,
  },
  tokens: {
    scope: 'openid profile email User.Read',
    expires_in: 4_500,
    ext_expires_in: 4_500,
    refresh_token: '1.AX0A-refresh-of-entra',
    refresh_token_expires_in: 86_399,
    client_info: 'eyJ1aWQiOiIxIn0',
  },
};

const b2c: LoginSketch = {
  ...entra,
  authorize:
    'https://example.b2clogin.com/example.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/authorize',
  token: 'https://example.b2clogin.com/example.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/token',
  issuer: `https://example.b2clogin.com/${TENANT}/v2.0/`,
  request: {
    ...entra.request,
    scope: 'openid offline_access https://example.onmicrosoft.com/api/tasks.read',
  },
  redeem: {
    ...entra.redeem,
    scope: 'openid offline_access https://example.onmicrosoft.com/api/tasks.read',
  },
  tokens: {
    scope: 'https://example.onmicrosoft.com/api/tasks.read',
    expires_in: 3_600,
    not_before: 1_767_225_604,
  },
};

const bearer = (sketch: LoginSketch, at: number, url: string): Exchange =>
  call(at, APP, url, {
    headers: { authorization: `Bearer access-${valuesOf(sketch).code}` },
    answerBody: {},
  });

const metadata = (
  at: number,
  issuer: string,
  sketch: LoginSketch,
  url = `${issuer}/.well-known/openid-configuration`,
) =>
  call(at, APP, url, {
    answerBody: {
      issuer,
      authorization_endpoint: sketch.authorize,
      token_endpoint: sketch.token?.split('?')[0],
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
    },
  });

const logins: Readonly<Record<string, readonly Exchange[]>> = {
  'Entra ID v2 with MSAL.js': [
    call(
      -2,
      APP,
      `https://login.microsoftonline.com/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(entra.authorize)}`,
      {
        answerBody: { tenant_discovery_endpoint: `${ENTRA}/v2.0/.well-known/openid-configuration` },
      },
    ),
    metadata(-1, `${ENTRA}/v2.0`, entra),
    ...login(entra),
    bearer(entra, 6, 'https://graph.microsoft.com/v1.0/me'),
  ],
  'Entra ID, metadata of common with a tenant template': [
    metadata(
      -1,
      'https://login.microsoftonline.com/{tenantid}/v2.0',
      {
        ...entra,
        authorize: entra.authorize.replace(TENANT, 'common'),
        token: entra.token?.replace(TENANT, 'common') ?? '',
      },
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    ),
    ...login({
      ...entra,
      authorize: entra.authorize.replace(TENANT, 'common'),
      token: entra.token?.replace(TENANT, 'common') ?? '',
    }),
  ],
  'Entra ID v1 with resource': login({
    ...entra,
    authorize: `${ENTRA}/oauth2/authorize`,
    token: `${ENTRA}/oauth2/token`,
    issuer: `https://sts.windows.net/${TENANT}/`,
    mode: 'query',
    request: { scope: 'openid', resource: 'https://graph.example.com/', response_mode: 'query' },
    tokens: {
      expires_in: '3599',
      ext_expires_in: '3599',
      expires_on: '1767228604',
      resource: 'https://graph.example.com/',
      scope: 'User.Read',
    },
  }),
  'Entra External ID (B2C) with a policy in the path': [
    metadata(
      -1,
      `https://example.b2clogin.com/${TENANT}/v2.0/`,
      b2c,
      'https://example.b2clogin.com/example.onmicrosoft.com/b2c_1_susi/v2.0/.well-known/openid-configuration',
    ),
    ...login(b2c),
  ],
};

describe('healthy logins of pages at Microsoft', () => {
  it.each(Object.entries(logins))('%s', (_, exchanges) => {
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });
});
