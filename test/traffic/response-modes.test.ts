import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, CROSS, spa } from './clients.ts';
import { asked, responsesOf } from './responses.ts';
import { jwt, page, posted, redeemed, redirect, valuesOf } from './sketch.ts';
import { clean, conclusion, summary } from './summary.ts';

const { state, code, client } = valuesOf(spa);

const JARM = jwt({ iss: AS, aud: client, exp: 1_767_226_000, code, state });
const JWE =
  'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a2V5a2V5.aXZpdml2.Y2lwaGVydGV4dA.dGFndGFn';

function viaRedirect(response: string, responseMode: string, token = true): Exchange[] {
  const url = asked({ response_mode: responseMode });
  const target = `${APP}/cb${response}`;
  return [
    redirect(0, url, target),
    page(0.2, target, { headers: CROSS }),
    ...(token ? [redeemed({ ...spa, at: -4 })] : []),
  ];
}

const formPage = (inputs: Record<string, string>, action = `${APP}/cb`) =>
  `<!DOCTYPE html><html><head><title>Submitting Callback</title></head><body onload="document.forms[0].submit()"><form method="post" action="${action}">${Object.entries(
    inputs,
  )
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}"/>`)
    .join('\n')}<noscript><button type="submit">Continue</button></noscript></form></body></html>`;

const messagePage = (data: object) =>
  `<!DOCTYPE html><html><head><title>Web Message Response</title></head><body><script>
    (function(win, doc) {
      var data = ${JSON.stringify(data).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)};
      var authorization_response = { type: 'authorization_response', response: data.response };
      (win.opener || win.parent).postMessage(authorization_response, data.redirect_uri);
    })(this, this.document);</script></body></html>`;

const auth0Page = (response: object) =>
  `<!DOCTYPE html><html><head><title>Authorization Response</title></head><body><script type="text/javascript">(function(window, document) {var targetOrigin = "${APP}";var webMessageRequest = {};var authorizationResponse = {type: "authorization_response",response: ${JSON.stringify(response)}};var mainWin = (window.opener) ? window.opener : window.parent;mainWin.postMessage(authorizationResponse, targetOrigin);})(this, this.document);</script></body></html>`;

const oktaPage = (values: Record<string, string>) =>
  `<html><body><script type="text/javascript">var data = {};${Object.entries(values)
    .map(([name, value]) => `data.${name} = '${value.replaceAll('-', '\\x2D')}';`)
    .join('\n')}
    parent.postMessage(data, '${APP.replaceAll('/', '\\x2F')}');</script></body></html>`;

const seen = { jarm: null, code, state, delivered: true, issued: true };

describe('response modes', () => {
  it.each([
    ['query.jwt', viaRedirect(`?response=${JARM}`, 'query.jwt'), 'query'],
    ['fragment.jwt', viaRedirect(`#response=${JARM}`, 'fragment.jwt'), 'fragment'],
    ['jwt', viaRedirect(`?response=${JARM}`, 'jwt'), 'query'],
  ])('%s: the claims are the parameters', (_, exchanges, mode) => {
    expect(responsesOf(exchanges)).toEqual([{ ...seen, mode, jarm: 'signed' }]);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('checks the state inside a JWT', () => {
    const foreign = jwt({
      iss: AS,
      aud: client,
      exp: 1_767_226_000,
      code,
      state: 'not-what-was-sent',
    });
    expect(conclusion(viaRedirect(`?response=${foreign}`, 'query.jwt'))).toEqual({
      outcome: 'failed',
      cause: 'state-mismatch',
      beside: [],
    });
  });

  it('reads an error inside a JWT', () => {
    const refused = jwt({
      iss: AS,
      aud: client,
      exp: 1_767_226_000,
      error: 'access_denied',
      state,
    });
    expect(conclusion(viaRedirect(`?response=${refused}`, 'jwt', false))).toMatchObject({
      outcome: 'failed',
      cause: 'authz-error-access-denied',
    });
  });

  it('reads nothing from an encrypted response, and joins it by its redirect', () => {
    const exchanges = viaRedirect(`?response=${JWE}`, 'query.jwt');
    expect(responsesOf(exchanges)).toEqual([
      { ...seen, mode: 'query', jarm: 'encrypted', code: null, state: null },
    ]);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
    expect(summary(viaRedirect(`?response=${JWE}`, 'query.jwt', false))).toEqual({
      flows: [clean('unknown')],
      outside: [],
    });
  });

  it('joins an encrypted response by its redirect URI when the redirect was not seen', () => {
    const exchanges = [
      page(0, asked({ response_mode: 'form_post.jwt' })),
      posted(6, `${APP}/cb`, { response: JWE }, { headers: CROSS }),
    ];
    expect(responsesOf(exchanges)).toEqual([
      {
        mode: 'form_post',
        jarm: 'encrypted',
        code: null,
        state: null,
        delivered: true,
        issued: false,
      },
    ]);
    expect(summary(exchanges).flows).toHaveLength(1);
  });

  it.each([
    ['form_post', { code, state }, null],
    ['form_post.jwt', { response: JARM }, 'signed'],
  ] as const)(
    '%s: the page of the server issues it, the request delivers it',
    (mode, inputs, jarm) => {
      const issue = page(0, asked({ response_mode: mode }), { answerBody: formPage(inputs) });
      const delivery = posted(0.4, `${APP}/cb`, inputs, { headers: { ...CROSS, origin: AS } });
      const token = redeemed({ ...spa, at: -4 });
      expect(responsesOf([issue, delivery, token])).toEqual([{ ...seen, mode: 'form_post', jarm }]);
      expect(responsesOf([issue, token])).toEqual([
        { ...seen, mode: 'form_post', jarm, delivered: false },
      ]);
      expect(summary([issue, delivery, token])).toEqual({
        flows: [clean('succeeded')],
        outside: [],
      });
      expect(summary([issue, token])).toEqual({ flows: [clean('succeeded')], outside: [] });
    },
  );

  it('does not take a form that asks for a code for a response', () => {
    const otp = page(0, asked({}), {
      answerBody: `<form method="post" action="https://other.example.net/otp"><input type="hidden" name="state" value="${state}"><input name="code"></form>`,
    });
    expect(responsesOf([otp])).toEqual([]);
  });

  it('does not take a form that the user has to fill in for a response', () => {
    const form = `<form method="post" action="https://other.example.net/otp"><input type="hidden" name="state" value="${state}"><input type="hidden" name="code" value="${code}"><input name="answer"></form>`;
    expect(responsesOf([page(0, asked({}), { answerBody: form })])).toEqual([]);
  });

  it.each([
    [
      'oidc-provider',
      messagePage({ response: { code, state, iss: AS }, redirect_uri: `${APP}/cb` }),
    ],
    ['Auth0', auth0Page({ code, state })],
    ['Okta', oktaPage({ code, state })],
    ['a JWT', messagePage({ response: { response: JARM }, redirect_uri: `${APP}/cb` })],
  ])('web_message of %s: the response is in the script of the page', (name, answerBody) => {
    const responseMode = name === 'Okta' ? 'okta_post_message' : 'web_message';
    const url = asked({ response_mode: responseMode, prompt: 'none' });
    const exchanges = [
      page(0, url, { destination: 'iframe', answerBody }),
      redeemed({ ...spa, at: -4 }),
    ];
    expect(responsesOf(exchanges)).toMatchObject([
      { mode: 'web_message', code, state, issued: true },
    ]);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('reads the refusal of a silent request in a web message', () => {
    const url = asked({ response_mode: 'web_message', prompt: 'none' });
    const answerBody = auth0Page({
      error: 'login_required',
      error_description: 'Login required',
      state,
    });
    const [flow] = summary([page(0, url, { destination: 'iframe', answerBody })]).flows;
    expect(flow).toMatchObject({ outcome: 'unfinished', held: [] });
  });

  it('does not take the script of an application page for a response', () => {
    const answerBody = `<script>window.addEventListener('message', e => { if (e.data.type === 'authorization_response') use(e.data.response.code) }); frame.postMessage({state: "ready"})</script>`;
    expect(summary([page(0, `${APP}/`, { answerBody })]).flows).toEqual([]);
  });
});
