import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, login } from '../helpers/exchanges.ts';
import { analyse, metadata } from './analysed.ts';

const kinds = (exchanges: readonly Exchange[]) =>
  analyse(exchanges).flows.map(({ flow }) => flow.messages.map(({ kind }) => kind));

describe('correlation', () => {
  it('puts one login into one flow', () => {
    expect(kinds(login())).toEqual([
      [
        'authorization-request',
        'interaction',
        'interaction',
        'authorization-response',
        'token-request',
        'api-call',
      ],
    ]);
    expect(analyse(login()).flows[0]?.outcome).toBe('succeeded');
  });

  it('keeps two interleaved logins of one client apart, by value', () => {
    const first = login({ state: 'state-of-first-one', code: 'code-of-first-one' });
    const second = login({ at: 0.05, state: 'state-of-second', code: 'code-of-second1' });
    const flows = analyse([...first, ...second]).flows;
    expect(flows).toHaveLength(2);
    for (const { flow } of flows) {
      const states = new Set(flow.messages.flatMap(({ params }) => params.get('state') ?? []));
      expect(states.size).toBe(1);
      expect(flow.messages).toHaveLength(6);
    }
  });

  it('keeps a silent renewal in an iframe beside an interactive login', () => {
    const interactive = login({ state: 'interactive-state', code: 'interactive-code' });
    const silent = login({
      at: 1,
      state: 'silent-state-1234',
      code: 'silent-code-1234',
      frame: 'iframe',
      prompt: 'none',
    });
    const flows = analyse([...interactive, ...silent]).flows;
    expect(flows.map(({ flow }) => flow.messages.length)).toEqual([6, 6]);
  });

  it('makes a retried login a separate flow', () => {
    const again = login({
      at: 60,
      state: 'another-state-value',
      code: 'another-code-value',
      challenge: 'x'.repeat(43),
    });
    expect(analyse([...login(), ...again]).flows).toHaveLength(2);
  });

  it('makes a reloaded callback a second response of the same flow', () => {
    const exchanges = login();
    const callback = exchanges[3];
    if (!callback) throw new Error('no callback');
    const reload = { ...callback, id: 'reload', startedAt: callback.startedAt + 20_000 };
    expect(kinds([...exchanges, reload])).toEqual([
      [
        'authorization-request',
        'interaction',
        'interaction',
        'authorization-response',
        'token-request',
        'api-call',
        'authorization-response',
      ],
    ]);
  });

  it('puts a refresh and the uses of its token into the flow that issued it', () => {
    const refresh = exchange(70, {
      url: 'https://as.example.com/token',
      body: 'grant_type=refresh_token&client_id=s6BhdRkqt3&refresh_token=refresh-of-SplxlOBeZQQYbYS6WxSbIA',
      answerBody: { access_token: 'second-token', token_type: 'Bearer', expires_in: 60 },
    });
    const call = exchange(71, {
      url: 'https://api.example.com/more',
      headers: { authorization: 'Bearer second-token' },
      destination: 'empty',
      mode: 'cors',
    });
    const found = kinds([...login(), refresh, call]);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(-2)).toEqual(['token-request', 'api-call']);
  });

  it.each([
    [
      'whose answer was read',
      { request_uri: 'urn:example:bwc4JK-ESC0w8acc191e', expires_in: 60 },
      201,
    ],
    ['whose answer the browser forgot', '', 201],
    ['of whose answer the browser knows no status', '', null],
  ])('joins a pushed request %s to the request that refers to it', (_, answerBody, known) => {
    const push = (at: number, client: string, status = known) =>
      exchange(at, {
        url: 'https://as.example.com/par',
        body: `response_type=code&client_id=${client}&state=pushed-state-of-${client}`,
        status,
        answerBody,
      });
    const refer = exchange(2, {
      url: 'https://as.example.com/authorize?client_id=s6BhdRkqt3&request_uri=urn%3Aexample%3Abwc4JK-ESC0w8acc191e',
    });
    const strangers = [push(1.2, 'other-client'), push(1.4, 's6BhdRkqt3', 400)];
    const { flows } = analyse([push(1, 's6BhdRkqt3'), refer]);
    expect(flows.map(({ flow }) => flow.messages.map(({ kind }) => kind))).toEqual([
      ['pushed-authorization-request', 'authorization-request'],
    ]);
    expect(flows[0]?.flow.request?.effective('state')).toBe('pushed-state-of-s6BhdRkqt3');
    if (answerBody === '') expect(analyse([...strangers, refer]).flows).toHaveLength(3);
  });

  it('nests the login at another server under the login of the broker', () => {
    const outer = login({ state: 'outer-state-value', code: 'outer-code-value' });
    const upstream = new URLSearchParams({
      response_type: 'code',
      client_id: 'broker',
      redirect_uri: 'https://as.example.com/broker/callback',
      scope: 'openid',
      state: 'inner-state-value',
      nonce: 'inner-nonce-value',
    });
    const inner = [
      exchange(0.5, {
        url: `https://upstream.example.net/authorize?${upstream}`,
        status: 302,
        answer: {
          location:
            'https://as.example.com/broker/callback?code=inner-code-value&state=inner-state-value',
        },
      }),
      exchange(0.6, {
        url: 'https://as.example.com/broker/callback?code=inner-code-value&state=inner-state-value',
        headers: { 'sec-fetch-site': 'cross-site' },
        status: 302,
        answer: { location: '/login/outer-state-value' },
      }),
    ];
    const flows = analyse([...outer, ...inner]).flows;
    expect(flows).toHaveLength(2);
    expect(flows[1]?.flow.parent).toBe(flows[0]?.flow.id);
    expect(flows[1]?.flow.client).toBe('broker');
  });

  it('puts metadata into the login for which it is fetched', () => {
    const first = login({ state: 'state-of-first-one', code: 'code-of-first-one' });
    const second = login({ at: 20, state: 'state-of-second', code: 'code-of-second1' });
    const at = [-0.1, 3.2, 19.9, 23.2];
    const { flows } = analyse([...first, ...second, ...at.map(metadata)]);
    const counts = flows.map(
      ({ flow }) => flow.messages.filter(({ kind }) => kind === 'metadata-request').length,
    );
    expect(counts).toEqual([2, 2]);
  });

  it('separates two flows that one exchange of a broker starts', () => {
    const broker = exchange(0, {
      url: 'https://as.example.com/broker/callback?code=Zq8vK2mXw7TtR4bN1sYp&state=Jf0Hc3Lx9QeVu6Ga5dWk',
      headers: { 'sec-fetch-site': 'cross-site' },
      status: 302,
      answer: {
        location:
          'https://app.example.com/callback?code=Bn7Rz4Yp0XkQm2LdVw9s&state=Tg5Uc8Ho1JaEf6NiKb3x',
      },
    });
    const ids = analyse([broker]).flows.map(({ flow }) => flow.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('finds no flow in vouchers, one-time codes and states of forms', () => {
    const everyday = [
      exchange(0, { url: 'https://shop.example.com/cart?code=SUMMER2026&coupon=1' }),
      exchange(1, { url: 'https://mail.example.com/verify?code=123456&state=open' }),
      exchange(2, { url: 'https://list.example.com/issues?state=open&error=none' }),
      exchange(3, { url: 'https://shop.example.com/search?code=DE&state=CA' }),
      exchange(4, {
        url: 'https://sso.example.com/acs',
        body: 'SAMLResponse=PHNhbWw%2B&RelayState=x',
        mode: 'navigate',
        destination: 'document',
      }),
      exchange(5, {
        url: 'https://api.example.com/csrf/token',
        destination: 'empty',
        mode: 'cors',
        answerBody: { token: 'x' },
      }),
    ];
    expect(analyse(everyday).flows).toEqual([]);
  });
});
