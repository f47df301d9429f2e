import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import { call, form, page, posted, redirect, sent } from './sketch.ts';
import { summary } from './summary.ts';

const CROSS = { 'sec-fetch-site': 'cross-site', referer: 'https://mail.example.net/' };

const everyday: Readonly<Record<string, Exchange | readonly Exchange[]>> = {
  'a coupon': page(0, 'https://shop.example.com/cart?code=SUMMER2026SALE&coupon=1', {
    headers: CROSS,
  }),
  'a coupon from a mail campaign': page(
    0,
    'https://shop.example.com/?code=WELCOME-BACK-2026&utm_source=mail&utm_campaign=x',
    { headers: CROSS },
  ),
  'a referral code with a state of the country': page(
    0,
    'https://shop.example.com/join?code=FRIEND-OF-ADA&state=CA',
    { headers: CROSS },
  ),
  'a one-time password in a link': page(
    0,
    'https://app.example.com/verify?code=493021&email=ada%40example.com',
    { headers: CROSS },
  ),
  'a mail confirmation of Firebase': page(
    0,
    'https://example.firebaseapp.com/__/auth/action?mode=verifyEmail&oobCode=abcdefghijklmnop&apiKey=AIzaSyExample&lang=en',
    { headers: CROSS },
  ),
  'a magic link with token_hash': page(
    0,
    `${APP}/auth/confirm?token_hash=pkce_0123456789abcdef&type=magiclink`,
    { headers: CROSS },
  ),
  'an invitation': page(0, `${APP}/invite?code=aBcDeFgHiJkL&invite=1`, { headers: CROSS }),
  'SAML by redirect and POST': [
    redirect(
      0,
      `${APP}/login`,
      'https://idp.example.net/saml2?SAMLRequest=fZJNT%2BMwEIb&RelayState=%2Fhome',
    ),
    page(0.2, 'https://idp.example.net/saml2?SAMLRequest=fZJNT%2BMwEIb&RelayState=%2Fhome'),
    posted(
      5,
      `${APP}/saml/acs`,
      { SAMLResponse: 'PHNhbWxwOlJlc3BvbnNl', RelayState: '/home' },
      { headers: { ...CROSS, origin: 'https://idp.example.net' } },
    ),
  ],
  'WS-Federation': [
    page(
      0,
      `https://login.microsoftonline.com/common/wsfed?wa=wsignin1.0&wtrealm=urn%3Aapp&wreply=${encodeURIComponent(APP)}&wctx=x`,
    ),
    posted(
      3,
      `${APP}/signin-wsfed`,
      { wa: 'wsignin1.0', wresult: '<t:RequestSecurityTokenResponse/>', wctx: 'x' },
      { headers: CROSS },
    ),
  ],
  'OAuth 1.0a': [
    sent(0, 'https://api.example.net/oauth/request_token', {
      method: 'POST',
      headers: { authorization: 'OAuth oauth_consumer_key="a", oauth_signature="b"' },
      answer: { 'content-type': 'application/x-www-form-urlencoded' },
      answerBody: 'oauth_token=x&oauth_token_secret=y&oauth_callback_confirmed=true',
    }),
    page(1, 'https://api.example.net/oauth/authorize?oauth_token=x'),
    page(5, `${APP}/cb?oauth_token=x&oauth_verifier=v`, { headers: CROSS }),
    sent(6, 'https://api.example.net/oauth/access_token', {
      body: form({ oauth_verifier: 'v', oauth_token: 'x' }),
      answer: { 'content-type': 'application/x-www-form-urlencoded' },
      answerBody: 'oauth_token=z&oauth_token_secret=w',
    }),
  ],
  'OpenID 2.0 of Steam': [
    page(
      0,
      `https://steamcommunity.com/openid/login?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=checkid_setup&openid.return_to=${encodeURIComponent(APP)}`,
    ),
    page(
      4,
      `${APP}/steam?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=id_res&openid.sig=x`,
      { headers: CROSS },
    ),
  ],
  CAS: [
    page(0, `https://cas.example.net/login?service=${encodeURIComponent(`${APP}/`)}`),
    page(3, `${APP}/?ticket=ST-1-abcdefghijkl`, { headers: CROSS }),
  ],
  '3-D Secure': [
    posted(0, 'https://acs.bank.example/pareq', { PaReq: 'x', MD: 'm', TermUrl: `${APP}/3ds` }),
    posted(4, `${APP}/3ds`, { PaRes: 'x', MD: 'm' }, { headers: CROSS }),
    posted(5, 'https://acs.bank.example/challenge', {
      creq: 'eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6IjAifQ',
      threeDSSessionData: 'x',
    }),
    posted(
      9,
      `${APP}/3ds2`,
      { cres: 'eyJ0cmFuc1N0YXR1cyI6IlkifQ', threeDSSessionData: 'x' },
      { headers: CROSS },
    ),
  ],
  PayPal: [
    page(0, 'https://www.paypal.com/checkoutnow?token=EC-0AB12345CD6789012&client_id=AZexample'),
    page(5, `${APP}/paid?token=EC-0AB12345CD6789012&PayerID=ABCDEFGHIJKLM`, { headers: CROSS }),
  ],
  'Stripe Checkout': page(0, `${APP}/done?session_id=cs_test_a1b2&state=paid&code=ok-0000-0000`, {
    headers: CROSS,
  }),
  'issues of GitHub': [
    page(0, 'https://github.com/example/repo/issues?q=is%3Aissue&state=open'),
    call(1, 'https://github.com', 'https://github.com/example/repo/issues?state=closed&error=', {}),
  ],
  'an error page of a site': page(
    0,
    'https://shop.example.com/oops?error=not_found&state=initial',
    { headers: CROSS },
  ),
  'the own login page of an app': page(
    0,
    `${APP}/login?redirect_uri=${encodeURIComponent('/orders')}&state=expired`,
  ),
  'the own login page of an app with an absolute address': page(
    0,
    `${APP}/login?redirect_uri=${encodeURIComponent(`${APP}/orders`)}&client_id=web&error=session_expired`,
  ),
  'Swagger UI': [
    page(0, 'https://api.example.com/swagger/index.html'),
    page(1, 'https://api.example.com/swagger/oauth2-redirect.html'),
    call(2, 'https://api.example.com', 'https://api.example.com/swagger/v1/swagger.json', {
      answerBody: {
        openapi: '3.0.1',
        components: {
          securitySchemes: {
            oauth2: {
              flows: {
                authorizationCode: {
                  authorizationUrl: 'https://as.example.com/authorize',
                  tokenUrl: 'https://as.example.com/token',
                },
              },
            },
          },
        },
      },
    }),
  ],
  'SSO of a mail service with sso and sig (Discourse)': page(
    0,
    'https://forum.example.com/session/sso_login?sso=bm9uY2U9eA%3D%3D&sig=00ff',
    { headers: CROSS },
  ),
  'video embed with a state': page(
    0,
    'https://player.example.com/embed?client_id=player1&autoplay=1&state=play',
    { destination: 'iframe' },
  ),
  'a survey with response and code': page(
    0,
    'https://survey.example.com/s?response=yes.no.maybe&code=ABCDEFGH',
    { headers: CROSS },
  ),
  'a logout link of the app': redirect(0, `${APP}/logout`, '/'),
};

describe('pages that only look like OAuth', () => {
  it.each(Object.entries(everyday))('%s', (_, exchanges) => {
    const list = 'id' in exchanges ? [exchanges] : exchanges;
    expect(summary(list)).toEqual({ flows: [], outside: [] });
  });
});
