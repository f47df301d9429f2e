import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, google, PLAIN } from './clients.ts';
import {
  idToken,
  type LoginSketch,
  login,
  page,
  posted,
  redirect,
  requestUrl,
  valuesOf,
} from './sketch.ts';
import { clean, summary } from './summary.ts';

const entraForm: LoginSketch = {
  authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  callback: `${APP}/signin-oidc`,
  mode: 'form_post',
  request: {
    ...PLAIN,
    response_type: 'code id_token',
    response_mode: 'form_post',
    nonce: '638700000000000000.ZWJhZmNk',
    state: 'CfDJ8Example-of-a-protected-state-of-aspnet-core',
    'x-client-SKU': 'ID_NET8_0',
    'x-client-ver': '7.1.2.0',
  },
};

const logins: Readonly<Record<string, readonly Exchange[]>> = {
  'ASP.NET Core with code id_token by form_post': login({
    ...entraForm,
    response: {
      id_token: idTokenFor(entraForm, '638700000000000000.ZWJhZmNk'),
      session_state: 'f0-11',
    },
  }),
  'a BFF that starts at /bff/login': [
    redirect(
      -0.2,
      `${APP}/bff/login?returnUrl=/`,
      requestUrl({
        ...google,
        authorize: 'https://id.example.com/connect/authorize',
        callback: `${APP}/signin-oidc`,
      }),
    ),
    ...login({
      authorize: 'https://id.example.com/connect/authorize',
      callback: `${APP}/signin-oidc`,
      request: google.request ?? {},
      response: { iss: 'https://id.example.com' },
    }),
    page(8, `${APP}/bff/user`, {
      destination: 'empty',
      mode: 'cors',
      answer: { 'content-type': 'application/json' },
      answerBody: '[]',
    }),
  ],
  'NextAuth, which posts its own sign-in': [
    posted(
      -1,
      `${APP}/api/auth/signin/google`,
      { csrfToken: '0123abcd', callbackUrl: '/' },
      {
        destination: 'empty',
        mode: 'cors',
        answer: { 'content-type': 'application/json' },
        answerBody: { url: requestUrl(google) },
      },
    ),
    ...login(google),
    page(6, `${APP}/api/auth/session`, {
      destination: 'empty',
      mode: 'cors',
      answer: { 'content-type': 'application/json' },
      answerBody: { user: {}, expires: '2026-02-01' },
    }),
  ],
  'Shopify install, with hmac, host and shop': [
    page(-1, `${APP}/?hmac=00ff&host=YWRtaW4&shop=example.myshopify.com&timestamp=1767225600`),
    ...login({
      authorize: 'https://example.myshopify.com/admin/oauth/authorize',
      callback: `${APP}/auth/callback`,
      client: '0123456789abcdef0123456789abcdef',
      request: {
        ...PLAIN,
        response_type: undefined,
        scope: 'read_products,write_orders',
        'grant_options[]': 'per-user',
      },
      response: {
        code: '0123456789abcdef0123456789abcdef',
        hmac: '00ff00ff',
        host: 'YWRtaW4',
        shop: 'example.myshopify.com',
        timestamp: '1767225604',
      },
    }),
  ],
  'Cloudflare Access with a long state and no PKCE': login({
    authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    callback: 'https://example.cloudflareaccess.com/cdn-cgi/access/callback',
    request: { ...PLAIN, state: `${'a'.repeat(24)}.eyJ0eXBlIjoiSldUIn0.c2ln` },
  }),
  'an Azure web app (Easy Auth) by form_post': login({
    ...entraForm,
    callback: `${APP}/.auth/login/aad/callback`,
    request: { ...entraForm.request, response_type: 'code id_token', state: 'redir=%2F' },
    response: { id_token: idTokenFor(entraForm, '638700000000000000.ZWJhZmNk') },
  }),
};

function idTokenFor(sketch: LoginSketch, nonce: string): string {
  const iss = 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0';
  return idToken(4, { iss, aud: valuesOf(sketch).client, nonce, c_hash: 'x' });
}

describe('healthy logins of server frameworks', () => {
  it.each(Object.entries(logins))('%s', (_, exchanges) => {
    const { flows, outside } = summary(exchanges);
    expect(outside).toEqual([]);
    expect(flows).toEqual([{ ...clean('unknown'), grant: flows[0]?.grant }]);
  });
});
