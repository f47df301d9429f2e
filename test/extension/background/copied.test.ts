import { describe, expect, it } from 'vitest';
import { CopyGate, readCopy } from '../../../src/extension/background/copied.ts';

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
  it('is read, with the tab that the browser names', () => {
    expect(readCopy({ ...COPY, tabId: 5, more: 1 }, 7)).toEqual({ ...COPY, tabId: 7 });
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
    expect(readCopy(message, 7)).toBeNull();
  });

  it('comes a hundred times in ten seconds, and again afterwards', () => {
    const gate = new CopyGate();
    const passed = Array.from({ length: 150 }, () => gate.lets(7, 1_000)).filter(Boolean);
    expect(passed).toHaveLength(100);
    expect(gate.lets(8, 1_000)).toBe(true);
    expect(gate.lets(7, 12_000)).toBe(true);
  });
});
