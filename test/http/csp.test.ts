import { describe, expect, it } from 'vitest';
import { cspRefusal } from '../../src/http/csp.ts';
import { exchange } from '../helpers/exchanges.ts';

const PAGE = 'https://client.example.com/cb';
const TOKEN = 'https://as.example.com/token';

const page = (policy: string, url = PAGE, html = '') =>
  exchange(0, {
    url,
    answer: policy === '' ? {} : { 'Content-Security-Policy': policy },
    answerBody: html,
  });

describe('a Content-Security-Policy', () => {
  it.each([
    ['no policy', ''],
    ['another directive', "script-src 'self'"],
    ['the origin', 'connect-src https://as.example.com'],
    ['the host alone', "connect-src 'self' as.example.com"],
    ['a wildcard', 'connect-src *.example.com'],
    ['everything', 'connect-src *'],
    ['the scheme', 'connect-src https:'],
    ['http, which https is part of', 'connect-src http://as.example.com'],
    ['any port', 'connect-src as.example.com:*'],
    ['the usual port', 'connect-src as.example.com:443'],
    ['the path', 'connect-src https://as.example.com/token'],
    ['a folder', 'connect-src https://as.example.com/'],
    ['the fallback', "default-src 'self' https://as.example.com"],
    ['the first of two directives', 'connect-src *; connect-src none.example'],
  ])('allows with %s', (_, policy) => {
    expect(cspRefusal(page(policy), 'connect-src', TOKEN)).toBeNull();
  });

  it.each([
    ["connect-src 'self'", 'connect-src', "'self'"],
    ["connect-src 'none'", 'connect-src', "'none'"],
    ['connect-src', 'connect-src', ''],
    ["default-src 'self'; script-src *", 'default-src', "'self'"],
    ['connect-src https://as.example.com:8443', 'connect-src', 'https://as.example.com:8443'],
    ['connect-src https://as.example.com/oauth/', 'connect-src', 'https://as.example.com/oauth/'],
    ['connect-src *.as.example.com', 'connect-src', '*.as.example.com'],
    ['connect-src *, connect-src api.example.com', 'connect-src', 'api.example.com'],
    ['connect-src wss:', 'connect-src', 'wss:'],
  ])('refuses with %s', (policy, directive, sources) => {
    expect(cspRefusal(page(policy), 'connect-src', TOKEN)).toEqual({ directive, sources });
  });

  it('can stand in the page', () => {
    const html = `<head><META http-equiv="content-security-policy" content="connect-src &#39;self&#39;"></head>`;
    expect(cspRefusal(page('', PAGE, html), 'connect-src', TOKEN)?.sources).toBe("'self'");
  });

  it('has no fallback for forms', () => {
    expect(cspRefusal(page("default-src 'self'"), 'form-action', TOKEN)).toBeNull();
    expect(cspRefusal(page("form-action 'self'"), 'form-action', TOKEN)).not.toBeNull();
  });

  it('leaves paths out after a redirect', () => {
    const form = page('form-action https://as.example.com/login');
    expect(cspRefusal(form, 'form-action', TOKEN)).not.toBeNull();
    expect(cspRefusal(form, 'form-action', TOKEN, true)).toBeNull();
  });

  it.each([
    ['https://client.example.com/token', 'https://client.example.com/cb', true],
    ['https://client.example.com/token', 'http://client.example.com/cb', true],
    ['https://client.example.com:8443/token', 'https://client.example.com/cb', false],
    ['http://client.example.com/token', 'https://client.example.com/cb', false],
  ])("'self' and %s for %s", (url, at, allowed) => {
    expect(cspRefusal(page("connect-src 'self'", at), 'connect-src', url) === null).toBe(allowed);
  });
});
