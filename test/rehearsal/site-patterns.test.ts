import { describe, expect, it } from 'vitest';
import { coversAll, sitePattern } from '../../src/rehearsal/site-patterns.ts';

describe('the pattern of a site', () => {
  it('has the port only where the browser reads it', () => {
    expect(sitePattern('http://localhost:4200', true)).toBe('http://localhost:4200/*');
    expect(sitePattern('http://localhost:4200', false)).toBe('http://localhost/*');
    expect(sitePattern('http://[::1]:4200', true)).toBe('http://[::1]:4200/*');
  });

  it.each([
    [['<all_urls>'], true],
    [['*://*/*'], true],
    [['http://localhost/*'], true],
    [['http://localhost:4200/*'], true],
    [['http://localhost:4201/*'], false],
    [['https://localhost/*'], false],
    [['*://*.host/*'], false],
    [['http://localhost:4200/path/*'], false],
    [[], false],
  ])('%j covers http://localhost:4200: %s', (patterns, covered) => {
    expect(coversAll(patterns, ['http://localhost:4200'])).toBe(covered);
  });

  it('covers subdomains by an asterisk, and nothing that only ends alike', () => {
    const patterns = ['https://*.example.com/*'];
    expect(coversAll(patterns, ['https://a.b.example.com', 'https://example.com'])).toBe(true);
    expect(coversAll(patterns, ['https://anexample.com'])).toBe(false);
  });

  it('covers no origin that is none', () => {
    expect(coversAll(['<all_urls>'], ['null', 'data:text/plain,x'])).toBe(false);
  });
});
