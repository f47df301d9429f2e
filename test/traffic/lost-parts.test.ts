import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS } from './clients.ts';
import { form, type LoginSketch, login, page, sent } from './sketch.ts';
import { summary } from './summary.ts';

/** The body of the answer was not recorded. */
function unread(exchange: Exchange): Exchange {
  const { response } = exchange;
  return response
    ? { ...exchange, response: { ...response, body: { unknown: 'page-left' } } }
    : exchange;
}

function refused(values: Record<string, string>, headers: Record<string, string> = {}): Exchange {
  const answer = { body: form(values), headers, status: 400, answerBody: { error: 'unread' } };
  return unread(sent(1, `${AS}/token`, answer));
}

const outcomes = (exchanges: readonly Exchange[]) =>
  summary(exchanges).flows.map(({ outcome }) => outcome);

describe('a refusal with only its status recorded', () => {
  it('may ask a device to poll again, or a client to repeat its proof', () => {
    const device = 'urn:ietf:params:oauth:grant-type:device_code';
    expect(outcomes([refused({ grant_type: device, device_code: 'invented-code' })])).toEqual([
      'unknown',
    ]);
    const code = { grant_type: 'authorization_code', code: 'invented-code-0123' };
    expect(outcomes([refused(code, { dpop: 'e30.e30.c2ln' })])).toEqual(['unknown']);
  });

  it('ends every other request', () => {
    const code = { grant_type: 'authorization_code', code: 'invented-code-0123' };
    expect(outcomes([refused(code)])).toEqual(['failed']);
  });
});

describe('a token request whose login was not recorded', () => {
  it.each([
    ['its verifier', { nonce: undefined }],
    ['the nonce of its ID token', { code_challenge: undefined, code_challenge_method: undefined }],
  ])('is not judged by the login before it, as %s tells', (_, request) => {
    const sketch: LoginSketch = {
      authorize: `${AS}/authorize`,
      token: `${AS}/token`,
      callback: `${APP}/cb`,
      issuer: AS,
      request,
    };
    const lost = { ...sketch, seed: 'lost', at: 60 };
    const known = login(sketch);
    const silent = login(lost).filter((one) => one.request.url === sketch.token);
    expect(silent).toHaveLength(1);
    const { flows } = summary([...known, ...silent]);
    expect(flows.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
    expect(flows.flatMap(({ held }) => held).filter((one) => /mismatch/.test(one))).toEqual([]);
  });
});

describe('login_required, whose request was not recorded', () => {
  const answered = (destination: 'document' | 'iframe') =>
    page(0, `${APP}/cb?error=login_required&state=0a1b2c3d4e5f6a7b8c9d`, {
      destination,
      headers: { referer: `${AS}/`, 'sec-fetch-site': 'cross-site' },
    });

  it('is the answer to a silent renewal in a frame', () => {
    expect(summary([answered('iframe')]).flows.flatMap(({ held }) => held)).toEqual([]);
    expect(summary([answered('document')]).flows.flatMap(({ held }) => held)).toEqual([
      'authz-error-login-required',
    ]);
  });
});
