import { describe, expect, it } from 'vitest';
import { chainStart } from '../../../src/extension/devtools/redirect-chain.ts';
import chromium from '../../../src/har/dialects/chromium.ts';
import { entryToExchange } from '../../../src/har/entry.ts';
import { chromiumEntry, NOON } from '../entries.ts';

const hop = (at: number, url: string, location?: string) =>
  entryToExchange(
    chromiumEntry({
      at,
      url,
      type: 'document',
      status: location ? 302 : 200,
      responseHeaders: location ? { Location: location } : {},
    }),
    { id: `live:${at}`, source: 0, dialect: chromium },
  );

const chain = [
  hop(0, 'https://client.example.com/'),
  hop(10, 'https://client.example.com/login', 'https://as.example.com/authorize?state=xyz'),
  hop(20, 'https://as.example.com/authorize?state=xyz', 'https://client.example.com/cb#code=c'),
];

describe('chainStart', () => {
  it('is the start of the first redirect, before and after the last document arrived', () => {
    const url = 'https://client.example.com/cb';
    expect(chainStart(chain, url)).toBe(NOON + 10);
    expect(chainStart([...chain, hop(30, url)], url)).toBe(NOON + 10);
  });

  it('resolves a relative Location', () => {
    const hops = [
      hop(0, 'https://client.example.com/a', '/b'),
      hop(9, 'https://client.example.com/b'),
    ];
    expect(chainStart(hops, 'https://client.example.com/b')).toBe(NOON);
  });

  it('is unknown when nothing led there', () => {
    expect(chainStart(chain, 'https://other.example.com/')).toBeNull();
  });
});
