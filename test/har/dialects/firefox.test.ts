import { describe, expect, it } from 'vitest';
import chromium from '../../../src/har/dialects/chromium.ts';
import firefox from '../../../src/har/dialects/firefox.ts';
import safari from '../../../src/har/dialects/safari.ts';
import { convert, entry } from '../entries.ts';

describe('Firefox', () => {
  const zero = (parts: { request?: object; response?: object; [field: string]: unknown }) =>
    convert(entry({ ...parts, response: { status: 0, ...parts.response } }), firefox);

  it('says nothing about a connection failure', () => {
    expect(zero({ timings: { blocked: 0 } }).failure).toEqual({ reason: 'unknown', text: null });
  });

  it('shows a bad certificate by its security state', () => {
    expect(zero({ _securityState: 'broken' }).failure?.reason).toBe('tls');
  });

  it('shows what it blocked by an entry that was never sent', () => {
    const blocked = zero({
      timings: {},
      request: { httpVersion: '', headersSize: 0 },
      response: { bodySize: -1 },
    });
    expect(blocked).toMatchObject({
      failure: { reason: 'blocked' },
      request: { headersComplete: false },
    });
  });

  it('says mixed content only if a secure page is known to have sent it', () => {
    const reason = (...headers: readonly object[]) =>
      zero({
        timings: {},
        request: { url: 'http://as.example.com/token', httpVersion: '', headers },
        response: { bodySize: -1 },
      }).failure?.reason;
    expect(reason()).toBe('blocked');
    expect(reason({ name: 'Referer', value: 'https://app.example.com/' })).toBe(
      'blocked-mixed-content',
    );
  });

  describe('lost the status of a response with headers', () => {
    const answered = (headers: Record<string, string>, content: object = {}) => {
      const pairs = Object.entries(headers).map(([name, value]) => ({ name, value }));
      return zero({ response: { headers: pairs, content } });
    };
    const bodyOf = (headers: Record<string, string>, content: object) =>
      answered({ date: 'Fri, 02 Jan 2026 03:04:05 GMT', ...headers }, content).response?.body;

    it('and the exchange did not fail', () => {
      const text = '{"access_token":"invented"}';
      const headers = { 'content-type': 'application/json', 'content-length': '27' };
      expect(answered(headers, { size: 27, text })).toMatchObject({
        failure: null,
        delivered: null,
        response: { status: null, headersComplete: true, body: { text } },
      });
    });

    it('unlike a request that was never answered', () => {
      expect(answered({})).toMatchObject({ response: null, failure: { reason: 'unknown' } });
    });

    it('and knows an empty body only by the headers', () => {
      const nothing = { size: 0, text: '' };
      expect(bodyOf({ 'Content-Length': '0' }, nothing)).toEqual({ text: '' });
      expect(bodyOf({ Location: '/next' }, { size: 0 })).toEqual({ text: '' });
      expect(bodyOf({ 'Content-Length': '27' }, nothing)).toEqual({ unknown: 'page-left' });
      expect(bodyOf({ 'Transfer-Encoding': 'chunked' }, nothing)).toEqual({ unknown: 'page-left' });
      expect(bodyOf({}, { size: 0 })).toEqual({ unknown: 'page-left' });
    });

    it('and has only the beginning of a body that is shorter than its length', () => {
      const text = '{"access_token":"inv';
      const content = { size: text.length, text };
      expect(bodyOf({ 'content-length': '27' }, content)).toEqual({ text, truncated: true });
      const packed = { 'content-length': '27', 'content-encoding': 'br' };
      expect(bodyOf(packed, content)).toEqual({ text });
    });
  });

  it('loses a status, other browsers do not', () => {
    const headers = [{ name: 'content-type', value: 'application/json' }];
    const value = entry({ response: { status: 0, headers, _error: null } });
    for (const dialect of [chromium, safari]) expect(convert(value, dialect).response).toBeNull();
  });

  it('keeps the fragment and cannot tell what it delivered', () => {
    const url = 'https://app.example.com/cb#access_token=invented';
    const exchange = convert(entry({ request: { url, headersSize: 300 } }), firefox);
    expect(exchange).toMatchObject({ delivered: null, request: { url, headersComplete: true } });
  });
});
