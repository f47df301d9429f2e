import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { DIALECTS, dialectOfCreator, dialectOfEntry } from '../../src/har/known-dialects.ts';
import { isRecord, type Loose, parseJson } from '../../src/har/loose.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Body, Exchange } from '../../src/http/exchange.ts';
import { convert, entry, HOST } from './entries.ts';

const FOLDER = new URL('dialects/', import.meta.url);
const ALL_FILES = readdirSync(FOLDER);
const FILES = ALL_FILES.filter((name) => /\.(?:har|network)$/.test(name));

/** The expected login, which all files contain. `<file>.json` has the differences. */
interface Expected {
  /** Name and version of the program. Null: those of `creator`. */
  readonly recorder: string | null;
  readonly origin: string;
  readonly messages: readonly string[];
  readonly gaps: readonly string[];
  /** Null means the request that carries the code, or the beginning of the tokens. */
  readonly tokenRequestBody: Body | null;
  readonly tokenResponseBody: Body | null;
  readonly itemsBody: Body;
  readonly requestHeadersComplete: boolean;
  readonly responseHeadersComplete: boolean;
  /** The Cookie field of the request to the redirection endpoint, or null without one. */
  readonly cookies: string | null;
  /** Number of Set-Cookie fields of the redirect to that endpoint, or null without any. */
  readonly setCookies: number | null;
  /** Why the request to a closed port failed. Null: nothing says that it failed. */
  readonly lost?: string | null;
}

const WHOLE: Expected = {
  recorder: null,
  origin: 'http://localhost:18080',
  messages: ['authorization-request', 'authorization-response', 'token-request', 'api-call'],
  gaps: [],
  tokenRequestBody: null,
  tokenResponseBody: null,
  itemsBody: { text: '{"items":["ä","b"]}' },
  requestHeadersComplete: true,
  responseHeadersComplete: true,
  cookies: 'attempt=1; session=s-1; seen=1',
  setCookies: 2,
};

function textOf(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function expectedOf(name: string): Expected {
  const differs = `${name}.json`;
  return ALL_FILES.includes(differs) ? { ...WHOLE, ...JSON.parse(textOf(differs)) } : WHOLE;
}

function read(name: string) {
  const result = readHar(textOf(name), { file: name, source: 0 });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** The entries as they are in the file, and its `creator`. */
function rawOf(name: string): { readonly creator: Loose | null; readonly entries: Loose[] } {
  const whole = parseJson(textOf(name));
  const log = isRecord(whole) && isRecord(whole.log) ? whole.log : null;
  const lines = textOf(name).trim().split('\n').map(parseJson);
  const list = log ? log.entries : lines.map((line) => (isRecord(line) ? line.snapshot : null));
  const entries = Array.isArray(list) ? list.filter(isRecord) : [];
  return { creator: log && isRecord(log.creator) ? log.creator : null, entries };
}

function analysed(exchanges: readonly Exchange[]): Snapshot {
  const analysis = createAnalysis();
  const inTime = [...exchanges].sort((a, b) => a.startedAt - b.startedAt);
  for (const exchange of inTime) analysis.add(exchange);
  return analysis.snapshot();
}

function to(exchanges: readonly Exchange[], place: string): Exchange | undefined {
  return exchanges.find(({ request }) => request.url.startsWith(place));
}

function values({ headers }: { headers: Exchange['request']['headers'] }, name: string) {
  return headers.filter((one) => one.name.toLowerCase() === name).map(({ value }) => value);
}

it('every dialect has a file here', () => {
  const used = FILES.map((name) => {
    const { creator, entries } = rawOf(name);
    const [first = {}] = entries;
    return creator ? dialectOfCreator(String(creator.name)) : dialectOfEntry(first);
  });
  for (const [name, dialect] of DIALECTS) expect(used, name).toContain(dialect);
});

describe.each(FILES)('%s', (name) => {
  const { recorder, warnings, gaps, exchanges } = read(name);
  const expected = expectedOf(name);
  const { origin } = expected;
  const { creator, entries } = rawOf(name);
  const token = to(exchanges, `${origin}/token`);

  it('names its program, and its gaps', () => {
    expect(recorder).toBe(expected.recorder ?? `${creator?.name} ${creator?.version}`);
    expect(warnings).toEqual([]);
    expect(gaps.map(({ kind }) => kind)).toEqual(expected.gaps);
  });

  it('matches one dialect, by its signature and by each entry', () => {
    const signed = [...DIALECTS].filter(([, one]) => one.creator?.test(String(creator?.name)));
    expect(signed.length).toBe(creator ? 1 : 0);
    for (const raw of entries) {
      const alike = [...DIALECTS].filter(([, one]) => one.looksLike(raw));
      expect(creator ? [...alike, ...signed] : alike).not.toEqual([]);
      expect(new Set([...alike, ...signed].map(([id]) => id)).size).toBe(1);
    }
  });

  it('has one login, and no findings that are wrong', () => {
    const { flows, outside } = analysed(exchanges);
    expect(outside).toEqual([]);
    expect(flows).toHaveLength(1);
    const [flow] = flows;
    expect(flow?.flow.messages.map(({ kind }) => kind)).toEqual(expected.messages);
    expect(flow?.outcome).toBe(expected.tokenResponseBody ? 'unknown' : 'succeeded');
    const checks = flow?.findings.map(({ check }) => check) ?? [];
    // The findings on this login alone, and on the call that failed, where the file says how.
    const failed = expected.lost === 'connection-refused' ? ['network-connection-refused'] : [];
    const begun = expected.messages[0] === 'authorization-response' ? ['response-unsolicited'] : [];
    expect(['id-token-missing', 'state-weak', ...failed, ...begun]).toEqual(
      expect.arrayContaining(checks),
    );
  });

  it('keeps the bodies, or says that they are missing', () => {
    const redirectUri = encodeURIComponent(`${origin}/callback`);
    expect(token?.request.body).toEqual(
      expected.tokenRequestBody ?? {
        text:
          `grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=${redirectUri}` +
          '&client_id=spa&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      },
    );
    expect(token?.response?.body).toEqual(
      expected.tokenResponseBody ?? {
        text: expect.stringMatching(/^\{"access_token":"at-1-kZ8vQ2",/),
      },
    );
    const api = to(exchanges, `${origin}/api/items`);
    expect(api?.response?.body).toEqual(expected.itemsBody);
    expect(api?.request.body).toBeNull();
  });

  it('keeps the headers, or says that some are missing', () => {
    expect(token?.request.headersComplete).toBe(expected.requestHeadersComplete);
    expect(token?.response?.headersComplete).toBe(expected.responseHeadersComplete);
    const callback = to(exchanges, `${origin}/callback`);
    const { cookies, setCookies } = expected;
    expect(callback && values(callback.request, 'cookie')).toEqual(
      cookies === null ? [] : [cookies],
    );
    const redirect = to(exchanges, `${origin}/authorize`)?.response;
    expect(redirect ? values(redirect, 'set-cookie').length : null).toBe(setCookies);
    if (redirect) expect(values(redirect, 'location')[0]).toMatch(/\/callback\?code=Splx/);
    const names = exchanges.flatMap(({ request }) => request.headers.map((one) => one.name));
    expect(names.filter((one) => one.startsWith(':'))).toEqual([]);
  });

  it('says what failed, if the file does', () => {
    const lost = to(exchanges, 'http://localhost:1/nobody');
    expect(lost ? (lost.failure?.reason ?? null) : undefined).toEqual(expected.lost);
    if (expected.lost) expect(lost?.response).toBeNull();
  });
});

it('a body that a proxy left out is too large, not absent', () => {
  for (const name of ['http-toolkit.har', 'fiddler.har']) {
    const bodies = read(name).exchanges.map(({ response }) => response?.body);
    expect(bodies).toContainEqual({ unknown: 'too-large' });
  }
  const requests = read('http-toolkit.har').exchanges.map(({ request }) => request.body);
  expect(requests).toContainEqual({ unknown: 'too-large' });
});

it("Charles' base64 without a word is read as what was sent", () => {
  const bodies = read('charles.har').exchanges.map(({ request }) => request.body);
  expect(bodies).toContainEqual({ text: '{"note":"ä bit of JSON"}' });
});

describe('an unknown program may write a known dialect', () => {
  const { log } = JSON.parse(textOf('chrome.har'));
  const { entries } = log;
  const creator = { name: 'har-merge', version: '2' };

  it.each([
    ['before its entries', { creator, entries }],
    ['after its entries', { entries, creator }],
  ])('signed %s', (_, merged) => {
    const result = readHar(JSON.stringify({ log: merged }), { file: 'merged.har', source: 0 });
    const { exchanges } = read('chrome.har');
    expect(result).toMatchObject({ ok: true, recorder: 'har-merge 2', exchanges });
  });
});

it.each([
  ['chrome.har', 'Chromium 156 DevTools'],
  ['firefox.har', 'Firefox'],
  ['safari.har', 'Safari Web Inspector'],
  ['playwright.har', 'Playwright'],
  ['charles.har', 'Charles Proxy'],
  ['burp.har', 'unknown'],
])('%s without a signature is of %s, with the same exchanges', (name, program) => {
  const { log } = JSON.parse(textOf(name));
  const text = JSON.stringify({ log: { entries: log.entries } });
  const { exchanges } = read(name);
  expect(readHar(text, { file: name, source: 0 })).toMatchObject({ recorder: program, exchanges });
});

it('inside a browser, size 0 does not say that a POST had no body', () => {
  const request = { method: 'POST', bodySize: 0, headers: [HOST] };
  const unsure = [...DIALECTS].filter(([, dialect]) => {
    return convert(entry({ request }), dialect).request.body !== null;
  });
  expect(unsure.map(([name]) => name)).toEqual([
    'chrome-har',
    'chromium',
    'firefox',
    'k6-browser-recorder',
    'playwright',
    'safari',
  ]);
});
