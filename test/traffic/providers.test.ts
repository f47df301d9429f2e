import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, CROSS } from './clients.ts';
import { CALLBACK, CODE, code, type Shape, STATE, shapes } from './provider-shapes.ts';
import { form, idToken, jwt, page, posted, redirect } from './sketch.ts';

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

  it('Google Identity Services: the credential is an ID token, and the page behind the button is its request', () => {
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

  it('Apple: the form has the user once', () => {
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

  it('Supabase: the hub names no client, and its login contains the login at GitHub', () => {
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

  it('Google repeats the request at its sign-in page, which is one flow', () => {
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
