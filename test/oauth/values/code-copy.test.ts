import { describe, expect, it } from 'vitest';
import { codeCopyIn } from '../../../src/oauth/values/code-copy.ts';
import { exchange } from '../../helpers/exchanges.ts';

const CODE = 'SplxlOBeZQQYbYS6WxSbIA';
const PAGE = `https://client.example.org/cb?code=${CODE}&state=1`;

describe('codeCopyIn', () => {
  it.each([
    ['the referrer', 'https://cdn.example.net/a.js', PAGE, { code: CODE, where: 'Referer' }],
    [
      'a copy of the URL',
      `https://stats.test/c?dl=${encodeURIComponent(PAGE)}&v=2`,
      'https://client.example.org/',
      { code: CODE, where: 'URL' },
    ],
    [
      'a copy that is encoded twice',
      `https://stats.test/c?d=${encodeURIComponent(encodeURIComponent(PAGE))}`,
      'https://client.example.org/',
      { code: CODE, where: 'URL' },
    ],
    ['the referrer at the same origin', 'https://client.example.org/a.js', PAGE, null],
    ['a short code', 'https://cdn.example.net/a.js', 'https://shop.test/?code=DE', null],
    ['no code', 'https://cdn.example.net/a.js', 'https://shop.test/?zip=1', null],
  ])('%s', (_, url, referer, found) => {
    expect(codeCopyIn(exchange(0, { url, headers: { referer } }))).toEqual(found);
  });
});
