import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Body, Exchange } from '../../src/http/exchange.ts';

const FOLDER = new URL('dialects/', import.meta.url);
const ORIGIN = 'http://localhost:18080';
const WHOLE_FLOW = 'authorization-request authorization-response token-request api-call';
const ITEMS = { text: '{"items":["ä","b"]}' };
const COOKIES = 'attempt=1; session=s-1; seen=1';

interface Expected {
  readonly recorder: RegExp;
  readonly messages?: string;
  readonly tokenBody?: Body;
  readonly tokenAnswer?: Body;
  readonly items?: Body;
  readonly gaps?: readonly string[];
  /** Whether all request headers of the token request are there, and all headers of its answer. */
  readonly complete?: readonly [request: boolean, response: boolean];
  /** The Cookie header of the request to the redirect URI. */
  readonly cookies?: string | null;
  /** Set-Cookie fields of the redirect to the redirect URI; null when it is not there. */
  readonly setCookies?: number | null;
  /** What became of the request to a port where nobody listens; null when it is not there. */
  readonly lost?: { readonly reason: string | null } | null;
  readonly origin?: string;
}

/** What each software's file of the same login says; what is left out is as it was on the wire. */
const DIALECTS: Readonly<Record<string, Expected>> = {
  'burp.har': { recorder: /^Burp Suite 2026\.1$/, lost: null },
  'charles.har': {
    recorder: /^Charles Proxy 4\.6\.7$/,
    messages: `${WHOLE_FLOW} api-call`,
    origin: 'https://app.example.com',
    lost: { reason: 'unknown' },
  },
  'chrome.har': { recorder: /^Chromium 156 DevTools$/, lost: { reason: 'blocked' } },
  'chrome-sanitized.har': {
    recorder: /^Chromium 156 DevTools$/,
    // What a call to an API carried cannot be told.
    messages: 'authorization-request authorization-response token-request',
    gaps: ['sanitized-file'],
    complete: [false, false],
    cookies: null,
    setCookies: 0,
    lost: { reason: 'blocked' },
  },
  'edge.har': { recorder: /^Microsoft Edge 156 DevTools$/, lost: { reason: 'blocked' } },
  'fiddler.har': {
    recorder: /^Fiddler 5\.0\.20253\.3311$/,
    messages: `${WHOLE_FLOW} api-call api-call`,
    // Fiddler answers itself.
    lost: { reason: null },
  },
  'firefox.har': { recorder: /^Firefox \d+/, lost: { reason: 'blocked' } },
  'http-toolkit.har': {
    recorder: /^HTTP Toolkit 1\.22\.1$/,
    messages: `${WHOLE_FLOW} api-call api-call api-call`,
    lost: { reason: null },
  },
  'insomnia.har': { recorder: /^Insomnia 9\.3\.2$/, lost: null },
  'k6-studio.har': {
    recorder: /^k6 Studio 1\.12\.0$/,
    messages: `${WHOLE_FLOW} api-call`,
    lost: { reason: null },
  },
  'mitmproxy.har': { recorder: /^mitmproxy \d+/, lost: null },
  'playwright.har': { recorder: /^Playwright \d+/, lost: { reason: 'blocked' } },
  'playwright-minimal.har': { recorder: /^Playwright \d+/, lost: { reason: 'blocked' } },
  'playwright-trace.network': {
    recorder: /^Playwright$/,
    messages: 'authorization-request authorization-response',
    tokenBody: { unknown: 'stripped' },
    tokenAnswer: { unknown: 'stripped' },
    items: { unknown: 'stripped' },
    lost: { reason: 'blocked' },
  },
  'postman.har': { recorder: /^Postman 11\.2\.0$/, lost: null },
  'proxyman.har': { recorder: /^Proxyman 5\.19\.0$/, lost: null },
  'puppeteer.har': {
    recorder: /^chrome-har \d+/,
    complete: [false, false],
    setCookies: 0,
    lost: null,
  },
  'safari.har': {
    recorder: /^Safari Web Inspector$/,
    messages: 'authorization-response token-request api-call',
    items: { unknown: 'stripped' },
    setCookies: null,
    lost: { reason: 'connection-refused' },
  },
};

function read(name: string) {
  const result = readHar(readFileSync(new URL(name, FOLDER), 'utf8'), { file: name, source: 0 });
  if (!result.ok) throw new Error(result.message);
  return result;
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

it('each file here has its line in the table', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
  expect(files.sort()).toEqual(Object.keys(DIALECTS).sort());
});

describe.each(Object.entries(DIALECTS))('%s', (name, expected) => {
  const { recorder, warnings, gaps, exchanges } = read(name);
  const { origin = ORIGIN, tokenBody, tokenAnswer, items = ITEMS } = expected;
  const token = to(exchanges, `${origin}/token`);

  it('says who wrote it, and what is wrong with it', () => {
    expect(recorder).toMatch(expected.recorder);
    expect(warnings).toEqual([]);
    expect(gaps.map(({ kind }) => kind)).toEqual(expected.gaps ?? []);
  });

  it('holds one login, and nothing that accuses', () => {
    const { flows, outside } = analysed(exchanges);
    expect(outside).toEqual([]);
    expect(flows).toHaveLength(1);
    const [flow] = flows;
    expect(flow?.flow.messages.map(({ kind }) => kind).join(' ')).toBe(
      expected.messages ?? WHOLE_FLOW,
    );
    expect(flow?.outcome).toBe(tokenAnswer ? 'unknown' : 'succeeded');
    const checks = flow?.findings.map(({ check }) => check) ?? [];
    // What is wrong with this login, and with nothing but the login.
    expect(['id-token-missing', 'state-weak']).toEqual(expect.arrayContaining(checks));
  });

  it('keeps the bodies, or says that they are not there', () => {
    const redirectUri = encodeURIComponent(`${origin}/callback`);
    expect(token?.request.body).toEqual(
      tokenBody ?? {
        text:
          `grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=${redirectUri}` +
          '&client_id=spa&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      },
    );
    expect(token?.response?.body).toEqual(
      tokenAnswer ?? { text: expect.stringMatching(/^\{"access_token":"at-1-kZ8vQ2",/) },
    );
    const api = to(exchanges, `${origin}/api/items`);
    expect(api?.response?.body).toEqual(items);
    expect(api?.request.body).toBeNull();
  });

  it('keeps the headers, or says that some are missing', () => {
    expect([token?.request.headersComplete, token?.response?.headersComplete]).toEqual(
      expected.complete ?? [true, true],
    );
    const callback = to(exchanges, `${origin}/callback`);
    const sent = expected.cookies === undefined ? COOKIES : expected.cookies;
    expect(callback && values(callback.request, 'cookie')).toEqual(sent === null ? [] : [sent]);
    const redirect = to(exchanges, `${origin}/authorize`)?.response;
    const { setCookies = 2 } = expected;
    expect(redirect ? values(redirect, 'set-cookie').length : null).toBe(setCookies);
    if (redirect) expect(values(redirect, 'location')[0]).toMatch(/\/callback\?code=Splx/);
    const names = exchanges.flatMap(({ request }) => request.headers.map((one) => one.name));
    expect(names.filter((one) => one.startsWith(':'))).toEqual([]);
  });

  it('tells what failed', () => {
    const lost = to(exchanges, 'http://localhost:1/nobody');
    expect(lost ? { reason: lost.failure?.reason ?? null } : null).toEqual(expected.lost);
    if (expected.lost?.reason) expect(lost?.response).toBeNull();
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
