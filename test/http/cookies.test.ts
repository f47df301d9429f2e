import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestCookies } from '../../src/http/request-cookies.ts';
import { responseCookies } from '../../src/http/set-cookie.ts';
import { exchange } from './exchanges.ts';

const set = (...values: string[]) =>
  responseCookies(exchange({ response: values.map((value) => `Set-Cookie: ${value}`) }));

describe('responseCookies', () => {
  it('reads every attribute', () => {
    const [cookie] = set(
      '__Host-sid=a%20b==; Path=/; Domain=.example.com; Expires=Wed, 21 Oct 2015 07:28:00 GMT; ' +
        'Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned',
    );
    expect(cookie).toEqual({
      name: '__Host-sid',
      value: 'a%20b==',
      domain: '.example.com',
      path: '/',
      expires: Date.UTC(2015, 9, 21, 7, 28),
      maxAge: 60,
      secure: true,
      httpOnly: true,
      sameSite: 'none',
      partitioned: true,
    });
  });

  it('says what is absent', () => {
    expect(set('a=b; max-age=soon; expires=never')).toEqual([
      {
        name: 'a',
        value: 'b',
        domain: null,
        path: null,
        expires: null,
        maxAge: null,
        secure: false,
        httpOnly: false,
        sameSite: null,
        partitioned: false,
      },
    ]);
  });

  it('keeps several fields, also when they are joined by a line feed', () => {
    const cookies = set('a=1; path=/', 'b=2\nc=3, d=4');
    expect(cookies.map((cookie) => `${cookie.name}=${cookie.value}`)).toEqual([
      'a=1',
      'b=2',
      'c=3, d=4',
    ]);
  });

  it('has none without a response', () => {
    expect(responseCookies(exchange({}))).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        set(value);
      }),
    );
  });
});

describe('requestCookies', () => {
  it('reads pairs over several fields, in order and with repetition', () => {
    const request = ['Cookie: a=1; b="2=3";; c', 'cookie: a=4'];
    expect(requestCookies(exchange({ request }))).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '"2=3"' },
      { name: '', value: 'c' },
      { name: 'a', value: '4' },
    ]);
  });
});
