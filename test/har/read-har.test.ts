import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { CHROMIUM, FIREFOX, harOf, tokenEntry } from './files.ts';
import { OPTIONS, read, readOk } from './reading.ts';

describe('a HAR', () => {
  it('becomes exchanges with ids of their source', () => {
    const result = readOk(harOf([tokenEntry(0), tokenEntry(1)]));
    expect(result.exchanges.map(({ id, source }) => [id, source])).toEqual([
      ['2:0', 2],
      ['2:1', 2],
    ]);
    expect(result).toMatchObject({
      recorder: 'Chromium DevTools',
      gaps: [],
      warnings: [],
      total: 2,
    });
  });

  it('may have a byte order mark, and may lack its log object', () => {
    const { log } = harOf([tokenEntry()]) as { log: object };
    expect(readOk(`\uFEFF${JSON.stringify({ log })}`).total).toBe(1);
    expect(readOk(log).total).toBe(1);
  });

  it.each([
    [{ name: 'Firefox', version: '153.7.0' }, 'Firefox 153.7.0', null],
    [CHROMIUM, 'Chromium DevTools', true],
    [{ name: 'WebKit Web Inspector', version: '1.0' }, 'Safari Web Inspector', null],
    [{ name: 'Playwright', version: '1.60.0' }, 'Playwright 1.60.0', null],
    [{ name: 'mitmproxy', version: '12.0', comment: '' }, 'mitmproxy 12.0', null],
    [{ name: 'Charles Proxy' }, 'Charles Proxy', null],
    ['unsigned', 'Chromium DevTools', true],
  ])('%j is %s', (creator, recorder, delivered) => {
    const result = readOk(harOf([tokenEntry()], creator));
    expect(result.recorder).toBe(recorder);
    expect(result.exchanges[0]?.delivered).toBe(delivered);
  });

  it.each([
    ['Sec-CH-UA', '"Not:A-Brand";v="8", "Chromium";v="150", "Google Chrome";v="150"', 'Chrome 150'],
    ['sec-ch-ua', '"Microsoft Edge";v="151", "Chromium";v="151"', 'Microsoft Edge 151'],
    [
      'User-Agent',
      'Mozilla/5.0 Chrome/152.0.0.0 Safari/537.36 Edg/152.0.0.0',
      'Microsoft Edge 152',
    ],
    ['sec-ch-ua', '"Somebody";v="1"', 'Chromium'],
  ])('%s: %s is %s', (name, value, brand) => {
    const silent = tokenEntry(0);
    const telling = { ...tokenEntry(1), request: { method: 'GET', url: 'https://a.example.com/' } };
    const request = { ...telling.request, headers: [{ name, value }] };
    expect(readOk(harOf([silent, { ...telling, request }])).recorder).toBe(`${brand} DevTools`);
  });

  it('skips what is not an entry, and says which and why', () => {
    const { log } = harOf([null, { request: { method: 'GET' } }, tokenEntry()]) as { log: object };
    expect(readOk({ log })).toMatchObject({
      exchanges: [{ id: '2:2' }],
      warnings: ['entries[0] is not an object: skipped', 'entries[1].request has no url: skipped'],
    });
  });

  it('keeps the order of the file where a date cannot be read', () => {
    const undated = { ...tokenEntry(1), startedDateTime: 'yesterday' };
    const result = readOk(harOf([tokenEntry(0), undated]));
    expect(result.exchanges[1]?.startedAt).toBe(result.exchanges[0]?.startedAt);
    expect(result.warnings).toEqual([
      'entries[1].startedDateTime is not a date: kept in the order of the file',
    ]);
  });

  it('limits the number of messages', () => {
    const { warnings } = readOk(harOf([tokenEntry(), ...Array.from({ length: 50 }, () => null)]));
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toBe('and 30 more of these');
  });

  it('skips the tunnels of a proxy', () => {
    const tunnel = { request: { method: 'CONNECT', url: 'https://as.example.com:443' } };
    expect(readOk(harOf([tunnel, tokenEntry()]))).toMatchObject({ total: 2, warnings: [] });
    expect(readOk(harOf([tunnel])).exchanges).toEqual([]);
  });

  it('keeps what the caller wants', () => {
    const keep = ({ request }: { request: { url: string } }) => request.url.endsWith('n=1');
    const text = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1), tokenEntry(2)]));
    expect(readHar(text, { ...OPTIONS, keep })).toMatchObject({
      total: 3,
      exchanges: [{ id: '2:1', response: { body: { text: '{"access_token":"invented"}' } } }],
    });
  });
});

describe('a response body', () => {
  const answered = (content: object) => ({
    ...tokenEntry(),
    response: { status: 200, headers: [], content },
  });
  const bodies = (wanted: boolean) => {
    const entries = [{ size: 2, text: '{}' }, { size: 0, text: '' }, { size: 2 }].map(answered);
    const text = JSON.stringify(harOf(entries));
    const result = readHar(text, { ...OPTIONS, wantsBody: () => wanted });
    return result.ok ? result.exchanges.map(({ response }) => response?.body) : [];
  };

  it('is left out when it is not wanted, but its known state is kept', () => {
    const known = [{ text: '' }, { unknown: 'stripped' }];
    expect(bodies(true)).toEqual([{ text: '{}' }, ...known]);
    expect(bodies(false)).toEqual([{ unknown: 'not-fetched' }, ...known]);
  });
});

describe('a sanitized HAR', () => {
  const bare = {
    ...tokenEntry(),
    request: { method: 'GET', url: 'https://a.example.com/', headers: [] },
  };

  it('is a HAR of Chromium without any credential', () => {
    const result = readOk(harOf([bare]));
    expect(result.gaps.map(({ kind }) => kind)).toEqual(['sanitized-file']);
    expect(result.exchanges[0]).toMatchObject({
      request: { headersComplete: false },
      response: { headersComplete: true },
    });
  });

  it('has no credential anywhere, and is not of another recorder', () => {
    expect(readOk(harOf([bare, tokenEntry()])).gaps).toEqual([]);
    expect(readOk(harOf([bare], FIREFOX)).gaps).toEqual([]);
  });
});

describe('what is not a HAR', () => {
  it.each([
    ['', 'app.har is empty'],
    ['  \n', 'app.har is empty'],
    ['<!doctype html><title>Sign in</title>', 'app.har is an HTML or XML page, not a HAR'],
    ['hello', 'app.har is not JSON, so it is not a HAR'],
    ['\u0000\u0001\u0002', 'app.har is a binary file, not a HAR'],
    ['[]', 'app.har is JSON but not a HAR: it is not an object'],
    ['{"a":1}', 'app.har is JSON but not a HAR: it has no log.entries'],
    ['{"log":{"entries":{}}}', 'app.har is not a HAR: log.entries is not a list'],
    ['{"log":nope}', 'app.har has no log.entries: not a HAR'],
  ])('%j', (text, message) => {
    expect(read(text)).toEqual({ ok: false, message, at: null });
  });
});
