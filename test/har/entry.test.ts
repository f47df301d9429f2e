import { describe, expect, it } from 'vitest';
import type { Recorder } from '../../src/har/dialect.ts';
import { entryProblem, entryToExchange, type HarEntryLike } from '../../src/har/entry.ts';

const HOST = { name: 'Host', value: 'as.example.com' };

function entry(parts: {
  request?: object;
  response?: object;
  [field: string]: unknown;
}): HarEntryLike {
  const { request, response, ...rest } = parts;
  return {
    startedDateTime: '2026-01-02T03:04:05.678Z',
    time: 12.5,
    ...rest,
    request: {
      method: 'GET',
      url: 'https://as.example.com/authorize',
      headers: [HOST],
      ...request,
    },
    response: { status: 200, statusText: 'OK', headers: [], content: { size: 0 }, ...response },
  };
}

function convert(value: HarEntryLike, recorder: Recorder = 'chromium') {
  return entryToExchange(value, { id: '0:0', source: 0, recorder });
}

describe('an entry of any recorder', () => {
  it('becomes an exchange with the same header arrays', () => {
    const headers = [HOST, { name: 'Accept', value: '*/*' }];
    const exchange = convert(entry({ request: { headers } }));
    expect(exchange.startedAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 678));
    expect(exchange.duration).toBe(12.5);
    expect(exchange.request.headers).toBe(headers);
    expect(exchange.request.body).toBeNull();
    expect(exchange.response?.body).toEqual({ text: '' });
  });

  it('loses HTTP/2 pseudo-header fields, and has its Set-Cookie fields split', () => {
    const exchange = convert(
      entry({
        request: { headers: [{ name: ':authority', value: 'as.example.com' }] },
        response: { headers: [{ name: 'Set-Cookie', value: 'a=1\nb=2' }] },
      }),
    );
    expect(exchange.request.headers).toEqual([]);
    expect(exchange.request.headersComplete).toBe(true);
    expect(exchange.response?.headers.map(({ value }) => value)).toEqual(['a=1', 'b=2']);
  });

  it('gets its Location from redirectURL, unless it has one', () => {
    const redirectURL = '/next#frag';
    const bare = convert(entry({ response: { status: 302, redirectURL } }));
    expect(bare.response?.headers).toEqual([{ name: 'Location', value: redirectURL }]);
    const headers = [{ name: 'location', value: '/wire' }];
    const wire = convert(entry({ response: { status: 302, redirectURL, headers } }));
    expect(wire.response?.headers).toBe(headers);
  });

  it('is a preflight when it asks for a method', () => {
    const headers = [HOST, { name: 'access-control-request-method', value: 'POST' }];
    expect(convert(entry({ request: { method: 'OPTIONS', headers } }))).toMatchObject({
      preflight: true,
      destination: 'empty',
      mode: 'cors',
    });
    expect(convert(entry({ request: { method: 'OPTIONS' } })).preflight).toBe(false);
  });

  it.each([
    ['document', 'navigate', 'document', 'navigate'],
    ['iframe', 'navigate', 'iframe', 'navigate'],
    ['empty', 'cors', 'empty', 'cors'],
    ['serviceworker', 'same-origin', 'worker', 'same-origin'],
    ['image', 'no-cors', 'other', 'no-cors'],
  ])('Sec-Fetch-Dest %s, Sec-Fetch-Mode %s', (dest, sent, destination, mode) => {
    const headers = [
      { name: 'Sec-Fetch-Dest', value: dest },
      { name: 'Sec-Fetch-Mode', value: sent },
    ];
    expect(convert(entry({ request: { headers } }))).toMatchObject({ destination, mode });
  });

  it('is a navigation without Fetch Metadata when only navigations send such headers', () => {
    const headers = [HOST, { name: 'Upgrade-Insecure-Requests', value: '1' }];
    expect(convert(entry({ request: { headers } }), 'firefox')).toMatchObject({
      destination: 'document',
      mode: 'navigate',
    });
    expect(convert(entry({}), 'firefox')).toMatchObject({
      destination: 'unknown',
      mode: 'unknown',
    });
  });

  it.each([
    [undefined, ' is not an object'],
    [[], ' is not an object'],
    [{}, ' has no request'],
    [{ request: { method: 'GET' } }, '.request has no url'],
    [{ request: { method: 'GET', url: '/relative' } }, '.request.url is not absolute'],
    [{ request: { url: 'com.example.app:/callback' } }, '.request has no method'],
    [{ request: { method: 'GET', url: 'com.example.app:/callback' } }, null],
  ])('%j: %s', (value, problem) => {
    expect(entryProblem(value)).toBe(problem);
  });
});

describe('request bodies', () => {
  const post = (request: object, recorder: Recorder = 'chromium') =>
    convert(entry({ request: { method: 'POST', ...request } }), recorder).request.body;
  const params = [
    { name: 'code', value: 'a%2Bb' },
    { name: 'scope', value: 'x y' },
  ];

  it('are the text, whatever the params say', () => {
    expect(post({ postData: { text: 'code=a%2Bb', params: [] } })).toEqual({ text: 'code=a%2Bb' });
  });

  it('are rebuilt from params: raw in Chromium, decoded elsewhere', () => {
    const mimeType = 'application/x-www-form-urlencoded';
    expect(post({ postData: { mimeType, params } })).toEqual({ text: 'code=a%2Bb&scope=x y' });
    expect(post({ postData: { mimeType, params } }, 'other')).toEqual({
      text: 'code=a%252Bb&scope=x+y',
    });
  });

  it.each([
    [
      'announced',
      { headers: [{ name: 'Content-Length', value: '5' }] },
      { unknown: 'not-recorded' },
    ],
    ['announced empty', { headers: [{ name: 'content-length', value: '0' }] }, null],
    ['not announced', {}, { unknown: 'not-recorded' }],
    [
      'too large for the recorder',
      { _requestBodyStatus: 'discarded:too-large' },
      { unknown: 'too-large' },
    ],
    ['binary', { _content: { text: 'Zm9v', encoding: 'base64' } }, { text: 'foo' }],
  ])('that are not there: %s', (_, request, body) => {
    expect(post(request)).toEqual(body);
  });

  it('are cut by Firefox at 1 MiB', () => {
    const text = 'a'.repeat(1_048_576);
    expect(post({ postData: { text } }, 'firefox')).toMatchObject({ truncated: true });
    expect(post({ postData: { text } })).not.toHaveProperty('truncated');
  });
});

describe('response bodies', () => {
  const body = (content: object, status = 200) =>
    convert(entry({ response: { status, content } }), 'other').response?.body;

  it.each([
    ['text', { size: 2, text: '{}' }, { text: '{}' }],
    ['left out', { size: 62 }, { unknown: 'stripped' }],
    ['emptied', { size: 62, text: '' }, { unknown: 'stripped' }],
    ['empty', { size: 0 }, { text: '' }],
    ['of unknown size', {}, { unknown: 'stripped' }],
    ['base64', { size: 3, text: 'Zm9v', encoding: 'base64' }, { text: 'foo' }],
    ['base64 UTF-8', { size: 2, text: 'w6k=', encoding: 'base64' }, { text: 'é' }],
    ['base64 Latin-1', { size: 1, text: '6Q==', encoding: 'base64' }, { text: 'é' }],
    ['wrongly labelled base64', { size: 3, text: 'a.é', encoding: 'base64' }, { text: 'a.é' }],
    [
      'an image',
      { size: 3, text: 'Zm9v', encoding: 'base64', mimeType: 'image/png' },
      { unknown: 'not-fetched' },
    ],
  ])('%s', (_, content, expected) => {
    expect(body(content)).toEqual(expected);
  });

  it('may come from the live recorder', () => {
    const exchange = entryToExchange(entry({ response: { content: { size: 9 } } }), {
      id: 'a',
      source: 0,
      recorder: 'chromium',
      body: { text: 'live' },
    });
    expect(exchange.response?.body).toEqual({ text: 'live' });
  });
});

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
    expect(convert(entry({ time: 0 }), 'firefox').duration).toBe(0);
  });
});

describe('Firefox', () => {
  const zero = (parts: { request?: object; response?: object; [field: string]: unknown }) =>
    convert(entry({ ...parts, response: { status: 0, ...parts.response } }), 'firefox');

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

  describe('lost the status of what it has the headers of', () => {
    const answered = (headers: Record<string, string>, content: object = {}) => {
      const pairs = Object.entries(headers).map(([name, value]) => ({ name, value }));
      return zero({ response: { headers: pairs, content } });
    };
    const bodyOf = (headers: Record<string, string>, content: object) =>
      answered({ date: 'Fri, 02 Jan 2026 03:04:05 GMT', ...headers }, content).response?.body;

    it('and did not fail', () => {
      const text = '{"access_token":"invented"}';
      const headers = { 'content-type': 'application/json', 'content-length': '27' };
      expect(answered(headers, { size: 27, text })).toMatchObject({
        failure: null,
        delivered: null,
        response: { status: null, headersComplete: true, body: { text } },
      });
    });

    it('unlike what was never answered', () => {
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

  it('alone loses a status', () => {
    const headers = [{ name: 'content-type', value: 'application/json' }];
    const value = entry({ response: { status: 0, headers, _error: null } });
    for (const recorder of ['chromium', 'safari', 'other'] as const)
      expect(convert(value, recorder).response).toBeNull();
  });

  it('keeps the fragment and cannot tell what it delivered', () => {
    const url = 'https://app.example.com/cb#access_token=invented';
    const exchange = convert(entry({ request: { url, headersSize: 300 } }), 'firefox');
    expect(exchange).toMatchObject({ delivered: null, request: { url, headersComplete: true } });
  });
});

describe('others', () => {
  it('Playwright: status -1, failure text, frame', () => {
    const value = entry({
      _frameref: 'frame@1',
      response: { status: -1, _failureText: 'NS_ERROR_UNKNOWN_HOST' },
    });
    expect(convert(value, 'firefox')).toMatchObject({
      response: null,
      failure: { reason: 'dns' },
      frame: 'frame@1',
    });
  });

  it('Charles: null status texts, an exception', () => {
    const value = entry({ response: { statusText: null, _charlesStatus: 'EXCEPTION' } });
    expect(convert(value, 'other')).toMatchObject({
      response: { status: 200, statusText: '' },
      failure: { reason: 'unknown', text: 'EXCEPTION' },
    });
  });

  it('Insomnia: a query that is only in queryString, decoded or not, before the fragment', () => {
    const url = (from: string, queryString: unknown) =>
      convert(entry({ request: { url: from, queryString } }), 'other').request.url;
    const query = [
      { name: 'redirect_uri', value: 'https://app.example.com/cb?a=1&b' },
      { name: 'scope', value: 'openid%20read' },
      { name: 'odd', value: '50% \uD800' },
    ];
    expect(url('https://as.example.com/authorize#x', query)).toBe(
      'https://as.example.com/authorize?redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%3Fa%3D1%26b' +
        '&scope=openid%20read&odd=50%25%20%EF%BF%BD#x',
    );
    expect(url('https://as.example.com/authorize?a=1', query)).toBe(
      'https://as.example.com/authorize?a=1',
    );
    expect(url('https://as.example.com/', [null, 'a'])).toBe('https://as.example.com/');
  });

  it('Insomnia: cookies without their headers, and an empty postData for every GET', () => {
    const cookies = [{ name: 'sid', value: 'a' }, { name: 'seen', value: '1' }, 7];
    const set = { path: '/', expires: '2026-01-02T03:04:05Z', httpOnly: true, secure: true };
    const exchange = convert(
      entry({
        request: { cookies, headers: [], postData: { mimeType: '', text: '' } },
        response: { cookies: [{ name: 'sid', value: 'b', sameSite: 'Lax', ...set }] },
      }),
      'other',
    );
    expect(exchange.request.headers).toEqual([{ name: 'Cookie', value: 'sid=a; seen=1' }]);
    expect(exchange.request.body).toBeNull();
    expect(exchange.response?.headers).toEqual([
      {
        name: 'Set-Cookie',
        value:
          'sid=b; Path=/; Expires=Fri, 02 Jan 2026 03:04:05 GMT; HttpOnly; Secure; SameSite=Lax',
      },
    ]);
  });

  it('Charles: base64 without a word, when the size says so', () => {
    const body = (text: string, bodySize: number) =>
      convert(entry({ request: { method: 'POST', bodySize, postData: { text } } }), 'other').request
        .body;
    expect(body('eyJhIjoxfQ==', 7)).toEqual({ text: '{"a":1}' });
    expect(body('eyJhIjoxfQ==', 12)).toEqual({ text: 'eyJhIjoxfQ==' });
    expect(body('grant_type=a', 7)).toEqual({ text: 'grant_type=a' });
  });

  it('base64 that is announced in a field of its own', () => {
    const postData = { text: 'Y29kZT1h', _encoding: 'base64' };
    const value = entry({ request: { method: 'POST', postData } });
    expect(convert(value, 'other').request.body).toEqual({ text: 'code=a' });
  });

  it('headers as one object', () => {
    const value = entry({ request: { headers: { Accept: '*/*', ':path': '/' } } });
    expect(convert(value, 'other').request.headers).toEqual([{ name: 'Accept', value: '*/*' }]);
  });
});
