import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestCookies } from '../../src/http/request-cookies.ts';
import { responseCookies } from '../../src/http/set-cookie.ts';
import { exchange } from './exchanges.ts';

const set = (...values: string[]) =>
  responseCookies(exchange({ response: values.map((value) => `Set-Cookie: ${value}`) }));

describe('responseCookies', () => {
  it.each([
    ['__Host-sid=a%20b==; Path=/; Secure; HttpOnly', '__Host-sid', 'a%20b=='],
    ['\t a = "b c" \t; Path=/', 'a', '"b c"'],
    ['a=', 'a', ''],
    ['=b', '', 'b'],
    ['b; Path=/', '', 'b'],
    ['__proto__=1', '__proto__', '1'],
  ])('reads name and value of %j', (field, name, value) => {
    expect(set(field)).toMatchObject([{ name, value }]);
  });

  it.each(['', ';', ' = ; Path=/', 'a\u0000b=c', 'a=b\u007F', 'a=b; Path=\u0001'])(
    'finds no cookie in %j, as browsers do',
    (field) => {
      expect(set(field)).toEqual([]);
    },
  );

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
