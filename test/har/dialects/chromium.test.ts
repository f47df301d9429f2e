import { describe, expect, it } from 'vitest';
import firefox from '../../../src/har/dialects/firefox.ts';
import { convert, entry } from '../entries.ts';

describe('Chromium', () => {
  it('withholds a response that fails the CORS check', () => {
    expect(convert(entry({ response: { _error: 'net::ERR_FAILED' } }))).toMatchObject({
      response: { status: 200, body: { unknown: 'withheld' } },
      failure: { reason: 'blocked', text: 'net::ERR_FAILED' },
      delivered: false,
    });
  });

  it('delivers a response whose error is null', () => {
    expect(convert(entry({ response: { _error: null } }))).toMatchObject({
      failure: null,
      delivered: true,
    });
    expect(convert(entry({})).delivered).toBeNull();
  });

  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_EMPTY_RESPONSE', 'connection-reset'],
    ['net::ERR_ABORTED', 'aborted'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_TIMED_OUT', 'timed-out'],
    ['net::ERR_UNSAFE_REDIRECT', 'unsafe-redirect'],
    ['net::ERR_FAILED', 'blocked'],
    ['net::ERR_SOMETHING_NEW', 'unknown'],
  ])('status 0, %s', (_error, reason) => {
    expect(convert(entry({ response: { status: 0, _error } }))).toMatchObject({
      response: null,
      failure: { reason, text: _error },
    });
  });

  it('says null when it does not know, and an empty error when it blocked', () => {
    const lost = convert(entry({ response: { status: 0, _error: null } }));
    expect(lost).toMatchObject({ response: null, failure: null });
    const blocked = (page: string | null) =>
      entry({
        _initiator: page === null ? { type: 'script' } : { type: 'script', url: page },
        request: { url: 'http://as.example.com/token' },
        response: { status: 0, _error: '' },
      });
    const reason = (page: string | null) => convert(blocked(page)).failure?.reason;
    expect(reason('https://app.example.com/')).toBe('blocked-mixed-content');
    expect(reason(null)).toBe('blocked-mixed-content');
    expect(reason('http://app.example.com/')).toBe('blocked');
  });

  it('does not fail a navigation to a download or a 204', () => {
    const value = entry({
      _resourceType: 'document',
      response: { status: 204, _error: 'net::ERR_ABORTED' },
    });
    expect(convert(value)).toMatchObject({ failure: null, response: { status: 204 } });
  });

  it('has provisional headers until the request is on the wire', () => {
    const headers = [{ name: 'Referer', value: 'https://app.example.com/' }];
    expect(convert(entry({ request: { headers } })).request.headersComplete).toBe(false);
    expect(convert(entry({})).request.headersComplete).toBe(true);
  });

  it('names the initiator and the cache', () => {
    const stack = { callFrames: [{ url: '' }, { url: 'https://app.example.com/app.js' }] };
    expect(
      convert(entry({ _initiator: { type: 'script', stack }, _fromCache: 'disk' })),
    ).toMatchObject({ initiator: 'https://app.example.com/app.js', fromCache: true });
  });

  it('does not know how long a pending request takes', () => {
    expect(convert(entry({ time: 0 })).duration).toBeNull();
    expect(convert(entry({ time: 0 }), firefox).duration).toBe(0);
  });
});
