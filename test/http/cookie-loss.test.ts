import { describe, expect, it } from 'vitest';
import { cookieLoss, type Receiver } from '../../src/http/cookie-loss.ts';
import { responseCookies } from '../../src/http/set-cookie.ts';
import { exchange } from './exchanges.ts';

const MINUTE = 60_000;

/** The loss of a cookie that `https://app.example.org/auth/login` sets, one minute later. */
function lossOf(
  field: string,
  to: Partial<Receiver> = {},
  url = 'https://app.example.org/auth/login',
) {
  const [cookie] = responseCookies(exchange({ response: [`Set-Cookie: ${field}`] }));
  if (!cookie) throw new Error(`no cookie: ${field}`);
  return cookieLoss(
    cookie,
    { url, at: 0 },
    {
      url: 'https://app.example.org/auth/callback',
      method: 'GET',
      at: MINUTE,
      crossSite: true,
      begunHere: false,
      framed: false,
      browser: 'chromium',
      ...to,
    },
  );
}

describe('a cookie that is sent', () => {
  it.each<[string, Partial<Receiver>]>([
    ['a=b', {}],
    ['a=b; SameSite=Lax', {}],
    ['a=b; SameSite=Lax', { method: 'POST', crossSite: false }],
    ['a=b; SameSite=Lax', { method: 'POST', crossSite: null }],
    ['a=b; SameSite=None; Secure', { method: 'POST' }],
    ['a=b', { method: 'POST' }],
    ['a=b', { method: 'POST', at: 3 * MINUTE, browser: 'firefox' }],
    ['a=b; SameSite=Strict', { crossSite: false }],
    ['a=b; SameSite=Strict', { begunHere: true }],
    ['a=b; Domain=example.org', { url: 'https://www.example.org/auth/callback' }],
    ['a=b; Max-Age=90', {}],
    ['a=b; Max-Age=30', { at: null }],
    ['a=b; Path=/', { url: 'https://app.example.org/' }],
    ['a=b; Path=/auth/', {}],
    ['__Host-a=b; Secure; Path=/', {}],
    ['__Secure-a=b; Secure', {}],
    [`a=${'x'.repeat(4_095)}`, {}],
  ])('%s with %j', (field, to) => {
    expect(lossOf(field, to)).toBeNull();
  });

  it('is a Secure one of localhost, but not in Safari', () => {
    const url = 'http://localhost:3000/auth/login';
    const to = { url: 'http://localhost:3000/auth/callback' };
    expect(lossOf('a=b; Secure', to, url)).toBeNull();
    expect(lossOf('a=b; Secure', { ...to, browser: 'safari' }, url)).toBe('secure-from-http');
  });
});

describe('a cookie that is lost', () => {
  it.each<[string, Partial<Receiver>, string]>([
    [`a=${'x'.repeat(4_096)}`, {}, 'too-large'],
    [`a=${'ü'.repeat(2_048)}`, {}, 'too-large'],
    ['__Host-a=b; Path=/', {}, 'prefix'],
    ['__Host-a=b; Secure', {}, 'prefix'],
    ['__host-a=b; Secure; Path=/; Domain=example.org', {}, 'prefix'],
    ['__Secure-a=b', {}, 'prefix'],
    ['a=b; SameSite=None', {}, 'none-without-secure'],
    ['a=b; Domain=other.org', {}, 'domain-refused'],
    ['a=b; Domain=sub.app.example.org', {}, 'domain-refused'],
    ['a=b; Domain=org', {}, 'domain-refused'],
    ['a=b', { url: 'https://example.org/auth/callback' }, 'other-host'],
    ['a=b; Domain=app.example.org', { url: 'https://example.org/auth/callback' }, 'other-host'],
    ['a=b', { url: 'https://app.example.org/callback' }, 'other-path'],
    ['a=b; Path=/aut', {}, 'other-path'],
    ['a=b; Secure', { url: 'http://app.example.org/auth/callback' }, 'secure-to-http'],
    ['a=b; Max-Age=30', {}, 'expired'],
    ['a=b; Expires=Thu, 01 Jan 1970 00:00:59 GMT', {}, 'expired'],
    ['a=b; SameSite=None; Secure', { framed: true }, 'framed'],
    ['a=b; SameSite=Lax', { method: 'POST' }, 'lax-post'],
    ['a=b', { method: 'POST', at: 3 * MINUTE }, 'lax-post'],
    ['a=b; SameSite=Strict', {}, 'strict'],
    ['a=b; SameSite=Strict', { browser: 'firefox', begunHere: true }, 'strict'],
  ])('%s with %j: %s', (field, to, loss) => {
    expect(lossOf(field, to)).toBe(loss);
  });

  it('may be a Secure one of an http page', () => {
    expect(lossOf('a=b; Secure', {}, 'http://app.example.org/auth/login')).toBe('secure-from-http');
  });
});
