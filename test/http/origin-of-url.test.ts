import fc from 'fast-check';
import { expect, it } from 'vitest';
import { originOfUrl } from '../../src/http/url.ts';

/** The origin as a browser computes it. */
function origin(url: string): string | null {
  try {
    const { origin: found, protocol } = new URL(url);
    return found === 'null' ? protocol : found;
  } catch {
    return null;
  }
}

it('gives the origin that a browser computes, whatever the host looks like', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z0-9-]{1,6}$/),
    fc.constantFrom(
      'xn--',
      'xn--mnchen-3ya',
      '127',
      '0x7f',
      '1',
      'Example',
      'a--b',
      '',
      'ä',
      '%41',
    ),
  );
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  const rest = fc.constantFrom(
    '',
    '/',
    '/a?b#c',
    '?q',
    '#f',
    ':443/',
    ':80',
    ':8080/x',
    '\\x',
    '@a/',
    '\t/',
  );
  const scheme = fc.constantFrom(
    'https://',
    'http://',
    'HTTPS://',
    'https:/',
    ' https://',
    'app://',
  );
  fc.assert(
    fc.property(scheme, host, rest, (first, name, last) => {
      const url = `${first}${name}${last}`;
      expect(originOfUrl(url)).toBe(origin(url));
      expect(originOfUrl(url)).toBe(origin(url));
    }),
    { numRuns: 3_000 },
  );
});
