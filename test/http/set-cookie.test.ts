import { describe, expect, it } from 'vitest';
import { responseCookies } from '../../src/http/set-cookie.ts';
import { exchange } from './exchanges.ts';

const set = (field: string) => responseCookies(exchange({ response: [`Set-Cookie: ${field}`] }))[0];

describe('the attributes of a cookie', () => {
  it('are read without case and spaces; the last one of a name counts', () => {
    expect(
      set(
        'a=b;PATH=/x ; path=/cb; domain=.Example.ORG; max-age=60; SECURE; HttpOnly; samesite=LAX; Partitioned',
      ),
    ).toEqual({
      name: 'a',
      value: 'b',
      domain: 'example.org',
      path: '/cb',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: true,
      maxAge: 60,
      expires: null,
    });
  });

  it('are unknown when browsers ignore them', () => {
    expect(
      set(
        `a=b; Path=cb; Domain=; Max-Age=soon; SameSite=maybe; Expires=never; Path=${'/x'.repeat(600)}`,
      ),
    ).toMatchObject({ domain: null, path: null, maxAge: null, sameSite: null, expires: null });
  });

  it('have the time of Expires', () => {
    expect(set('a=b; Expires=Wed, 21-Oct-2026 07:28:00 GMT')?.expires).toBe(
      Date.UTC(2026, 9, 21, 7, 28),
    );
  });
});
