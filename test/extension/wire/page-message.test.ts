import { describe, expect, it } from 'vitest';
import { PageMessageSchema } from '../../../src/extension/wire/page-message.ts';
import { parsed } from '../../../src/extension/wire/parsed.ts';

const COPY = {
  type: 'copy',
  at: 1_000,
  method: 'POST',
  url: 'https://as.example.com/token',
  status: 200,
  request: 'grant_type=authorization_code',
  text: '{"access_token":"at-1"}',
};

describe('a copy from a page', () => {
  it('is read, without what else the page says', () => {
    expect(parsed(PageMessageSchema, { ...COPY, tabId: 5, more: 1 })).toEqual(COPY);
  });

  it.each([
    ['no object', null],
    ['another message', { ...COPY, type: 'forget' }],
    ['no text', { ...COPY, text: {} }],
    ['a text without end', { ...COPY, text: 'x'.repeat(2_000_001) }],
    ['a request without end', { ...COPY, request: 'x'.repeat(200_001) }],
    ['a URL of another scheme', { ...COPY, url: 'javascript:alert(1)' }],
    ['no status', { ...COPY, status: 0 }],
    ['a status that is none', { ...COPY, status: 200.5 }],
    ['no time', { ...COPY, at: Number.NaN }],
    ['a method that is none', { ...COPY, method: 'PO ST' }],
  ])('is refused with %s', (_, message) => {
    expect(parsed(PageMessageSchema, message)).toBeNull();
  });
});
