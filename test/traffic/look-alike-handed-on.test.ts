import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP } from './clients.ts';
import { call, form, jwt, page, posted, redirect } from './sketch.ts';

const CROSS = { 'sec-fetch-site': 'cross-site', referer: 'https://partner.example.net/' };
const random = (seed: string, length = 32) => s256(seed).slice(0, length);

const selfPosting = (action: string, values: Readonly<Record<string, string>>) =>
  `<!doctype html><body onload="document.forms[0].submit()"><form method="post" action="${action}">${Object.entries(
    values,
  )
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')}</form>`;

const script = (text: string) => `<!doctype html><body><script>${text}</script>`;

const everyday: Readonly<Record<string, readonly Exchange[]>> = {
  'SAML, by a page that posts itself': [
    page(0, 'https://idp.example.net/sso', {
      answerBody: selfPosting(`${APP}/saml/acs`, {
        SAMLResponse: random('saml', 43),
        RelayState: random('relay'),
        state: random('s'),
        code: random('c'),
      }),
    }),
  ],
  'WS-Federation, by a page that posts itself': [
    page(0, 'https://adfs.example.net/adfs/ls/?wa=wsignin1.0&wtrealm=urn:app', {
      answerBody: selfPosting(`${APP}/signin`, { wa: 'wsignin1.0', wresult: 'x', wctx: 'y' }),
    }),
  ],
  'LTI 1.1, signed with OAuth 1.0a': [
    page(0, 'https://lms.example.net/launch', {
      answerBody: selfPosting(`${APP}/lti`, {
        oauth_consumer_key: 'k',
        oauth_signature: random('sig'),
        oauth_nonce: random('n'),
        code: random('c'),
      }),
    }),
    posted(
      1,
      `${APP}/lti`,
      { oauth_consumer_key: 'k', oauth_signature: random('sig'), oauth_nonce: random('n') },
      { headers: CROSS },
    ),
  ],
  'a 3-D Secure challenge, by a page that posts itself': [
    page(0, 'https://acs.bank.example/challenge', {
      destination: 'iframe',
      answerBody: selfPosting(`${APP}/3ds`, {
        cres: random('cres', 43),
        threeDSSessionData: random('t'),
      }),
    }),
    page(1, 'https://acs.bank.example/pareq', {
      destination: 'iframe',
      answerBody: selfPosting(`${APP}/3ds`, { PaRes: random('pares', 43), MD: random('md') }),
    }),
  ],
  'a payment page that posts its result': [
    page(0, 'https://pay.example.net/done', {
      answerBody: selfPosting(`${APP}/paid`, { response: 'APPROVED', code: '00', order: '4711' }),
    }),
    posted(
      1,
      `${APP}/paid`,
      { response: 'APPROVED', code: '00', order: '4711' },
      { headers: CROSS },
    ),
  ],
  'a payment page whose result is signed': [
    posted(
      1,
      `${APP}/paid`,
      { response: jwt({ iss: 'pay.example.net', sub: 'order-4711', amount: '10.00' }) },
      { headers: CROSS },
    ),
    page(2, `${APP}/paid?response=${jwt({ iss: 'pay.example.net', status: 'paid' })}`, {
      headers: CROSS,
    }),
  ],
  'an encrypted answer of somebody’s own': [
    page(
      0,
      `${APP}/back?response=eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a2V5.aXY.Y2lwaGVydGV4dA.dGFn`,
      { headers: CROSS },
    ),
  ],
  'a CAPTCHA that answers with a JWT': [
    posted(0, `${APP}/signup`, {
      'h-captcha-response': `P1_${jwt({ passkey: 'x' })}`,
      response: `P1_${jwt({ passkey: 'x' })}`,
      email: 'user@example.com',
    }),
  ],
  'frames of a payment service that talk by messages': [
    page(0, 'https://js.pay.example.net/controller.html', {
      destination: 'iframe',
      answerBody: script(
        `parent.postMessage({type:"ready",code:"${random('pay')}",state:"${random('pay2')}"}, "*")`,
      ),
    }),
  ],
  'a page of a client that waits for messages': [
    page(0, `${APP}/popup.html`, {
      answerBody: script(
        `addEventListener("message", e => { if (e.data.type === "authorization_response") done(e.data.response) }); opener.postMessage({ready: true}, "*")`,
      ),
    }),
  ],
  'documentation of web messages': [
    page(0, 'https://docs.example.net/web-message', {
      answerBody: `<!doctype html><pre>postMessage({type:'authorization_response',response:{code:'${random('doc')}',state:'${random('doc2')}'}})</pre>`,
    }),
  ],
  'a mail with a random link code': [
    page(0, `${APP}/confirm?code=${random('mail')}`, { headers: CROSS }),
    page(1, `${APP}/confirm?code=${random('mail')}&type=signup`, { headers: CROSS }),
  ],
  'a code that is redeemed by the site’s own script': [
    call(0, APP, `${APP}/api/verify?code=${random('own')}&state=${random('own2')}`, {}),
  ],
  WebAuthn: [
    posted(
      0,
      `${APP}/webauthn/verify`,
      { credential: '{"id":"x","response":{"clientDataJSON":"eyJ0eXAi"}}', state: random('w') },
      { headers: { 'sec-fetch-site': 'same-origin' } },
    ),
  ],
  'a service worker and its scope': [
    page(0, `${APP}/sw.js?scope=%2F&client_id=web`, { destination: 'worker', mode: 'same-origin' }),
  ],
  'a frame with a session and an issue': [
    page(0, 'https://ads.example.net/frame?sid=08a5019c&iss=42', { destination: 'iframe' }),
    page(1, 'https://ads.example.net/frame?sid=08a5019c&iss=spring', { destination: 'iframe' }),
  ],
  'a newsletter that names its issue and its reader': [
    page(0, 'https://news.example.net/read?iss=12&login_hint=user%40example.com', {
      headers: CROSS,
    }),
  ],
  'sign-outs of sites': [
    redirect(0, `${APP}/logout?redirect_uri=%2Fbye`, '/bye'),
    redirect(1, `${APP}/signout?returnTo=${encodeURIComponent(APP)}`, '/'),
    posted(2, `${APP}/logout`, { _csrf: random('csrf') }),
  ],
  'a provider that is no provider of logins': [
    page(0, 'https://maps.example.net/embed?provider=osm&client_id=gme-example&callback=init', {
      destination: 'iframe',
    }),
    call(1, APP, 'https://tracker.example.net/v1/authorize?provider=ads', {}),
  ],
  'an app that opens with the name of its shop': [
    page(
      0,
      `${APP}/?shop=example.myshopify.com&hmac=${random('hmac', 43)}&timestamp=1767225600&host=YWRtaW4`,
      { headers: CROSS },
    ),
  ],
  'a wallet that signs in with Ethereum': [
    call(0, APP, `${APP}/siwe/verify`, {
      body: JSON.stringify({
        message: 'app.example.com wants you to sign in',
        signature: `0x${'0'.repeat(130)}`,
        nonce: random('siwe', 17),
      }),
      headers: { 'content-type': 'application/json' },
    }),
  ],
  'an address list of accounts in a frame': [
    call(0, APP, 'https://bank.example.net/accounts?client_id=web', {
      answerBody: { accounts: [{ id: '1' }] },
    }),
  ],
  'a form that posts to another site with an error in it': [
    page(0, 'https://forms.example.net/f', {
      answerBody: `<form method="post" action="${APP}/cb"><input type="hidden" name="error" value="false"><input name="q"></form>`,
    }),
    page(1, 'https://forms.example.net/f', {
      answerBody: selfPosting(`${APP}/cb`, { error: 'false', state: 'open' }),
    }),
  ],
  'a search that quotes a callback': [
    page(
      0,
      `https://search.example.net/?${form({ q: `${APP}/cb?code=${random('q')}&state=${random('q2')}` })}`,
    ),
  ],
};

describe('traffic that looks like a forwarded response', () => {
  it.each(Object.entries(everyday))('%s', (_, exchanges) => {
    const { flows, outside, loose } = snapshotOf(exchanges);
    expect(flows.map(({ flow }) => flow.messages.map(({ kind }) => kind))).toEqual([]);
    expect(outside).toEqual([]);
    expect(loose.map(({ kind }) => kind)).toEqual([]);
  });
});
