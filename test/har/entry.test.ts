import { describe, expect, it } from 'vitest';
import chromium from '../../src/har/dialects/chromium.ts';
import firefox from '../../src/har/dialects/firefox.ts';
import { entryProblem, entryToExchange, withResponseBody } from '../../src/har/entry.ts';
import { UNKNOWN_PROGRAM } from '../../src/har/unknown-program.ts';
import { convert, entry, HOST } from './entries.ts';

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
    expect(convert(entry({ request: { headers } }), firefox)).toMatchObject({
      destination: 'document',
      mode: 'navigate',
    });
    expect(convert(entry({}), firefox)).toMatchObject({
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
  const post = (request: object, dialect = chromium) =>
    convert(entry({ request: { method: 'POST', ...request } }), dialect).request.body;
  const params = [
    { name: 'code', value: 'a%2Bb' },
    { name: 'scope', value: 'x y' },
  ];

  it('are the text, whatever the params say', () => {
    expect(post({ postData: { text: 'code=a%2Bb', params: [] } })).toEqual({ text: 'code=a%2Bb' });
  });

  it('are rebuilt from params: encoded in Chromium, decoded elsewhere', () => {
    const mimeType = 'application/x-www-form-urlencoded';
    expect(post({ postData: { mimeType, params } })).toEqual({ text: 'code=a%2Bb&scope=x y' });
    expect(post({ postData: { mimeType, params } }, UNKNOWN_PROGRAM)).toEqual({
      text: 'code=a%252Bb&scope=x+y',
    });
  });

  it('says that a body in base64 is binary when its bytes are no UTF-8', () => {
    const body = (text: string) => post({ postData: { text, encoding: 'base64' } });
    expect(body('iVBORw0K')).toEqual({ text: '\x89PNG\r\n', binary: true });
    expect(body('w6k=')).toEqual({ text: 'é' });
  });

  it('writes a multipart form from its fields', () => {
    const mimeType = 'multipart/form-data; boundary=b1';
    const fields = [
      ...params,
      { name: 'f"', value: '', fileName: 'a.png', contentType: 'image/png' },
    ];
    expect(post({ postData: { mimeType, params: fields } })).toEqual({
      text:
        '--b1\r\nContent-Disposition: form-data; name="code"\r\n\r\na%2Bb\r\n' +
        '--b1\r\nContent-Disposition: form-data; name="scope"\r\n\r\nx y\r\n' +
        '--b1\r\nContent-Disposition: form-data; name="f%22"; filename="a.png"\r\n' +
        'Content-Type: image/png\r\n\r\n\r\n--b1--\r\n',
      rebuilt: true,
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
  ])('that are missing: %s', (_, request, body) => {
    expect(post(request)).toEqual(body);
  });

  it('are cut by Firefox at 1 MiB', () => {
    const text = 'a'.repeat(1_048_576);
    expect(post({ postData: { text } }, firefox)).toMatchObject({ truncated: true });
    expect(post({ postData: { text } })).not.toHaveProperty('truncated');
  });
});

describe('response bodies', () => {
  const body = (content: object, status = 200) =>
    convert(entry({ response: { status, content } }), UNKNOWN_PROGRAM).response?.body;

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

  it('are read only on demand', () => {
    const value = entry({ response: { content: { size: 2, text: '{}' } } });
    const unread = entryToExchange(value, { id: 'a', source: 0, dialect: chromium });
    expect(unread.response?.body).toEqual({ unknown: 'not-fetched' });
    expect(withResponseBody(unread, value, chromium).response?.body).toEqual({ text: '{}' });
  });
});

describe('data beyond HAR 1.2', () => {
  it('a query that is only in queryString, decoded or not, goes before the fragment', () => {
    const url = (from: string, queryString: unknown) =>
      convert(entry({ request: { url: from, queryString } }), UNKNOWN_PROGRAM).request.url;
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

  it('base64 that an extra field announces', () => {
    const postData = { text: 'Y29kZT1h', _encoding: 'base64' };
    const value = entry({ request: { method: 'POST', postData } });
    expect(convert(value, UNKNOWN_PROGRAM).request.body).toEqual({ text: 'code=a' });
  });

  it('headers as one object', () => {
    const value = entry({ request: { headers: { Accept: '*/*', ':path': '/' } } });
    const { headers } = convert(value, UNKNOWN_PROGRAM).request;
    expect(headers).toEqual([{ name: 'Accept', value: '*/*' }]);
  });

  it('the script that sent it, with its line from 1 on', () => {
    const place = (initiator: unknown) => {
      const { initiator: url, initiatorLine } = convert(entry({ _initiator: initiator }));
      return [url, initiatorLine];
    };
    const app = 'https://app.example.com/app.js';
    expect(place({ type: 'script', url: app, lineNumber: 0 })).toEqual([app, 1]);
    const callFrames = [
      { url: 'chrome-extension://a/b.js', lineNumber: 3 },
      { url: app, lineNumber: 119, columnNumber: 4 },
    ];
    expect(place({ type: 'script', stack: { callFrames } })).toEqual([app, 120]);
    expect(place({ type: 'parser', url: app })).toEqual([app, undefined]);
    expect(place({ type: 'script', url: app, lineNumber: -1 })).toEqual([app, undefined]);
    expect(place(app)).toEqual([app, undefined]);
  });
});
