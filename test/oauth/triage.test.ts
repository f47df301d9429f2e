import { describe, expect, it } from 'vitest';
import { MESSAGE_KINDS } from '../../src/oauth/message-kinds.ts';
import { createTriage, isEndpointCall } from '../../src/oauth/triage.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';

const page = (path: string, status = 200) =>
  exchange(0, {
    url: `https://app.example.com${path}`,
    destination: 'document',
    mode: 'navigate',
    status,
    answer: { 'content-type': 'text/html' },
    answerBody: '<p>Invalid credentials',
  });

describe('the body of a page', () => {
  it.each([
    ['/login?error', 200, true],
    ['/login?error&lang=en', 200, true],
    ['/auth/error?error=Configuration', 200, true],
    ['/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj', 200, true],
    ['/home', 500, true],
    ['/home', 200, false],
    ['/login?errors', 200, false],
    ['/error', 200, true],
    ['/errors/of/today', 200, false],
  ])('%s, answered %i, is read: %s', (path, status, wanted) => {
    expect(createTriage().wantsBody(page(path, status))).toBe(wanted);
  });

  it('is read at an origin where users log in', () => {
    const triage = createTriage();
    expect(triage.wantsBody(page('/home'))).toBe(false);
    triage.relevance(page('/authorize?client_id=s6BhdRkqt3&response_type=code'));
    expect(triage.wantsBody(page('/home'))).toBe(true);
  });
});

describe('a response to a script that sets a cookie', () => {
  it.each([
    ['auth.pkce.code_verifier=Zt7Vw1naf0ifjsldkj8Xq2; Path=/', 'context'],
    ['basket=state; Path=/', 'none'],
    ['session=Zt7Vw1naf0ifjsldkj8Xq2', 'none'],
  ])('is kept when the cookie is one of a login: %s', (cookie, relevance) => {
    const response = exchange(0, {
      method: 'POST',
      url: 'https://app.example.com/api/start',
      destination: 'empty',
      mode: 'cors',
      answer: { 'set-cookie': cookie },
    });
    expect(createTriage().relevance(response)).toBe(relevance);
  });
});

describe('a script of another site', () => {
  it.each([
    ['https://client.example.org/cb?code=SplxlOBeZQQYbYS6WxSbIA', 'context'],
    ['https://client.example.org/', 'none'],
  ])('is kept when it got the code in its referrer: %s', (referer, relevance) => {
    const script = exchange(0, {
      url: 'https://cdn.example.net/metrics.js',
      destination: 'other',
      mode: 'no-cors',
      headers: { referer },
    });
    expect(createTriage().relevance(script)).toBe(relevance);
  });
});

const call = (sketch: Partial<ExchangeSketch> = {}) =>
  exchange(0, {
    url: 'https://api.example.com/items/1',
    destination: 'empty',
    mode: 'cors',
    headers: { authorization: 'Bearer at-1' },
    answerBody: '{}',
    ...sketch,
  });

describe('the body of a call with a token', () => {
  it.each<[string, Partial<ExchangeSketch>]>([
    ['read data', {}],
    ['created something', { method: 'POST', body: '{"name":"x"}', status: 201 }],
    ['proves possession', { headers: { Authorization: 'DPoP at-1' } }],
  ])('is not read when the call succeeded and %s', (_, sketch) => {
    expect(createTriage().isServedApiCall(call(sketch))).toBe(true);
  });

  it.each<[string, Partial<ExchangeSketch>]>([
    ['was refused', { status: 403 }],
    ['has an unknown status', { status: null }],
    ['went to UserInfo', { url: 'https://as.example.com/connect/userinfo' }],
    ['went to what some servers call UserInfo', { url: 'https://as.example.com/api/user' }],
    ['asked for metadata', { url: 'https://as.example.com/.well-known/openid-configuration' }],
    ['introspected a token', { method: 'POST', body: 'token=at-1' }],
    ['registered a client', { method: 'POST', body: '{"redirect_uris":["https://c.test/"]}' }],
    ['had a request body that was not recorded', { method: 'POST', body: null }],
    ['loaded a page', { destination: 'document' }],
    ['had no token', { headers: {} }],
  ])('is read when the call %s', (what, sketch) => {
    const made = call(sketch);
    const request = { ...made.request, body: { unknown: 'not-recorded' } as const };
    const shown = what.includes('not recorded') ? { ...made, request } : made;
    expect(createTriage().isServedApiCall(shown)).toBe(false);
  });

  it.each([
    '{"userinfo_endpoint":"https:\\/\\/as.example.com\\/oidc\\/profile"}',
    '{"registration_client_uri" : "https://as.example.com/oidc/profile"}',
  ])('is read if a server has named the endpoint: %s', (answerBody) => {
    const triage = createTriage();
    const profile = call({ url: 'https://as.example.com/oidc/profile?schema=openid' });
    const plain = call({ url: 'https://as.example.com/oidc/profile?fields=name' });
    expect(triage.isServedApiCall(plain)).toBe(true);
    triage.learn(exchange(0, { url: 'https://as.example.com/meta', answerBody }));
    expect([plain, profile].map(triage.isServedApiCall)).toEqual([false, false]);
  });
});

describe('a call to an endpoint of the protocol', () => {
  it.each<[string, boolean, Partial<ExchangeSketch>]>([
    ['a token request by its form', true, { body: 'grant_type=refresh_token' }],
    ['a token request by its path', true, { url: 'https://as.example.com/oauth/token' }],
    ['a JSON token request', true, { method: 'POST', body: '{"code_verifier": "v"}' }],
    ['a call to an API', false, {}],
    ['a call that only speaks of a state', false, { method: 'POST', body: '{"state":"open"}' }],
    ['a page', false, { url: 'https://as.example.com/token', destination: 'document' }],
  ])('%s: %s', (_, expected, sketch) => {
    expect(isEndpointCall(call(sketch))).toBe(expected);
  });
});

describe('an exchange with the sign of a kind of message is kept', () => {
  const keeps = (sketch: Partial<ExchangeSketch>): boolean =>
    createTriage().relevance(call({ headers: {}, ...sketch })) === 'oauth';
  const signs = MESSAGE_KINDS.flatMap((kind) => kind.signs ?? []);

  it.each(signs.flatMap(({ query }) => query ?? []))('%s in the query or the fragment', (name) => {
    expect(keeps({ url: `https://api.example.com/items?page=2&${name}=1` })).toBe(true);
    expect(keeps({ url: `https://api.example.com/items#${name}=1` })).toBe(true);
    expect(keeps({ url: `https://api.example.com/items?page_${name}=1` })).toBe(false);
  });

  it.each(signs.flatMap(({ body }) => body ?? []))('%s in a form or in JSON', (name) => {
    expect(keeps({ method: 'POST', body: `a=1&${name}=2` })).toBe(true);
    expect(keeps({ method: 'POST', body: `{"a":1,"${name}": "2"}` })).toBe(true);
    expect(keeps({ method: 'POST', body: `a=1&b_${name}=2` })).toBe(false);
  });

  it.each(['/par', '/oidc/token', '/device/code?x=1', '/.well-known/oauth-authorization-server/a'])(
    '%s',
    (path) => {
      expect(keeps({ url: `https://api.example.com${path}` })).toBe(true);
    },
  );

  it.each(['/part', '/tokens', '/a-token', '/device/codes'])('but not %s', (path) => {
    expect(keeps({ url: `https://api.example.com${path}` })).toBe(false);
  });
});
