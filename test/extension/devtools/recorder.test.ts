import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from '../../../src/extension/browsers/browser.ts';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import type { LiveEntry } from '../../../src/extension/devtools/devtools-api.ts';
import { Recorder } from '../../../src/extension/devtools/recorder.ts';
import { createTriage } from '../../../src/oauth/triage.ts';
import {
  type ChromiumFacts,
  chromiumEntry,
  eventsOf,
  exchangesOf,
  type FirefoxFacts,
  firefoxEntry,
  gapsOf,
  NOON,
  TOKEN_FORM,
  TOKEN_URL,
  testDevtools,
} from '../entries.ts';

const CALLBACK = 'https://client.example.com/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz';
const answer = (text: string) => async () => ({ content: text, encoding: '' });
const token = (facts: ChromiumFacts = {}) =>
  chromiumEntry({ method: 'POST', post: TOKEN_FORM, getContent: answer('{"a":1}'), ...facts });
const document = (url: string, facts: ChromiumFacts = {}) =>
  chromiumEntry({ url, type: 'document', ...facts });

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => vi.useRealTimers());

function record(browser: Browser = CHROMIUM) {
  const list = vi.fn(async () => []);
  const devtools = testDevtools(list);
  const recorder = new Recorder({ api: devtools, browser, triage: createTriage(), line: null });
  const { port } = recorder;
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const finish = (...entries: readonly LiveEntry[]) => {
    for (const entry of entries) devtools.finish(entry);
    return pass(0);
  };
  const urls = () => exchangesOf(port).map(({ request }) => request.url);
  return { devtools, list, recorder, port, pass, finish, urls };
}

describe('an exchange', () => {
  it('reaches the panel with its body', async () => {
    const { port, finish } = record();
    await finish(token());
    expect(exchangesOf(port)).toMatchObject([
      { request: { body: { text: TOKEN_FORM } }, response: { body: { text: '{"a":1}' } } },
    ]);
  });

  it('reaches the panel after five seconds when its body does not, and again when it does', async () => {
    const { port, finish, pass } = record();
    let settle: (value: unknown) => void = () => undefined;
    await finish(token({ getContent: () => new Promise((resolve) => (settle = resolve)) }));
    await pass(4_900);
    expect(exchangesOf(port)).toEqual([]);
    await pass(200);
    expect(exchangesOf(port)).toMatchObject([{ response: { body: { unknown: 'timed-out' } } }]);
    settle({ content: 'late', encoding: '' });
    await pass(0);
    expect(exchangesOf(port)).toMatchObject([{ response: { body: { text: 'late' } } }]);
  });

  it('is dropped when it has nothing to do with OAuth, and its body is not asked for', async () => {
    const { port, finish } = record();
    const getContent = vi.fn();
    await finish(
      chromiumEntry({ url: 'https://cdn.example.com/app.js', type: 'script', getContent }),
    );
    await finish(chromiumEntry({ url: 'data:text/plain,code=1' }));
    await finish(chromiumEntry({ url: 'https://as.example.com/favicon.ico?x', type: 'other' }));
    expect(exchangesOf(port)).toEqual([]);
    expect(getContent).not.toHaveBeenCalled();
  });

  it('is kept without its body when it is a call with a token that succeeded', async () => {
    const { list, port, finish } = record();
    const getContent = vi.fn(answer('{}'));
    const headers = { Authorization: 'Bearer at-1' };
    const url = 'https://api.example.com/items';
    await finish(chromiumEntry({ url, headers, getContent }));
    expect(exchangesOf(port)).toMatchObject([{ response: { body: { unknown: 'not-fetched' } } }]);
    expect(getContent).not.toHaveBeenCalled();
    await finish(chromiumEntry({ url, headers, getContent, at: 1, status: 403 }));
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { text: '{}' } } });
    const forgotten = async () => undefined;
    await finish(chromiumEntry({ url, headers, getContent: forgotten, at: 2, status: 403 }));
    expect(list).not.toHaveBeenCalled();
    await finish(token({ getContent: forgotten, at: 3 }));
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('has the body of a UserInfo endpoint that only the metadata names', async () => {
    const { port, finish } = record();
    const url = 'https://as.example.com/oidc/profile';
    const metadata = answer(JSON.stringify({ userinfo_endpoint: url }));
    const place = 'https://as.example.com/.well-known/openid-configuration';
    await finish(chromiumEntry({ url: place, getContent: metadata }));
    const headers = { Authorization: 'Bearer at-1' };
    await finish(chromiumEntry({ at: 1, url, headers, getContent: answer('{"sub":"1"}') }));
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { text: '{"sub":"1"}' } } });
  });

  it('keeps a URL of a custom scheme', async () => {
    const { urls, finish } = record();
    const url = 'com.example.app:/callback?code=c&state=s';
    await finish(document(url, { status: 0, error: 'net::ERR_ABORTED', provisional: true }));
    expect(urls()).toEqual([url]);
  });

  it('stands at its start, whenever it arrives', async () => {
    const { urls, finish } = record();
    await finish(document(`${CALLBACK}&n=2`, { at: 20 }), document(`${CALLBACK}&n=1`, { at: 10 }));
    expect(urls()).toEqual([`${CALLBACK}&n=1`, `${CALLBACK}&n=2`]);
  });

  it('says why its body is missing, and how to see it', async () => {
    const { port, finish } = record();
    await finish(token({ getContent: () => Promise.reject({ code: 'E_NOTFOUND' }) }));
    expect(exchangesOf(port)).toMatchObject([{ response: { body: { unknown: 'page-left' } } }]);
    expect(gapsOf(port)).toContain('lost-body');
  });
});

describe('an outcome in Chromium', () => {
  const outcome = async (facts: ChromiumFacts) => {
    const { port, finish } = record();
    await finish(token(facts));
    return exchangesOf(port)[0];
  };

  it('is a response that CORS withheld', async () => {
    expect(await outcome({ error: 'net::ERR_FAILED' })).toMatchObject({
      response: { status: 200, body: { unknown: 'withheld' } },
      failure: { reason: 'blocked', text: 'net::ERR_FAILED' },
      delivered: false,
    });
  });

  it('is a refused connection', async () => {
    const refused = { status: 0, error: 'net::ERR_CONNECTION_REFUSED', responseHeaders: {} };
    expect(await outcome(refused)).toMatchObject({
      response: null,
      failure: { reason: 'connection-refused', text: 'net::ERR_CONNECTION_REFUSED' },
    });
  });

  it('is unknown when there is neither status nor error', async () => {
    expect(await outcome({ status: 0 })).toMatchObject({ response: null, failure: null });
  });

  it('has incomplete headers when they are provisional', async () => {
    const withheld = { status: 0, error: 'net::ERR_FAILED', provisional: true };
    expect(await outcome(withheld)).toMatchObject({ request: { headersComplete: false } });
  });
});

describe('an outcome in Firefox', () => {
  const outcome = async (facts: FirefoxFacts) => {
    const { port, finish } = record(FIREFOX);
    await finish(firefoxEntry({ method: 'POST', post: TOKEN_FORM, ...facts }));
    return exchangesOf(port)[0];
  };

  it('does not say whether the page got the response', async () => {
    const getContent = async () => ['{"a":1}', 'application/json'];
    expect(await outcome({ getContent })).toMatchObject({
      response: { body: { text: '{"a":1}' } },
      failure: null,
      delivered: null,
    });
  });

  it('is blocked when nothing was sent, by the shape of the entry', async () => {
    const blocked = { status: 0, timings: {}, bodySize: -1, httpVersion: '', responseHeaders: {} };
    expect(await outcome(blocked)).toMatchObject({ failure: { reason: 'blocked', text: null } });
  });

  it('is a response of unknown status when there are headers and no status', async () => {
    const getContent = async () => ['{"a":1}', 'application/json'];
    expect(await outcome({ status: 0, getContent })).toMatchObject({
      response: { status: null, body: { text: '{"a":1}' } },
      failure: null,
    });
  });

  it('is a broken certificate by its security state', async () => {
    const broken = { status: 0, security: 'broken', responseHeaders: {} };
    expect(await outcome(broken)).toMatchObject({ failure: { reason: 'tls' } });
  });
});

describe('two entries for one exchange', () => {
  const page = token({
    time: 11,
    viaWorker: true,
    provisional: true,
    getContent: answer('{"from":"page"}'),
  });
  const worker = token({ at: 1, time: 8, getContent: answer('') });

  it.each([
    ['the worker first', [worker, page]],
    ['the page first', [page, worker]],
  ])('become one, %s', async (_, entries) => {
    const { port, finish } = record();
    await finish(...entries);
    expect(exchangesOf(port)).toMatchObject([
      { request: { headersComplete: true }, response: { body: { text: '{"from":"page"}' } } },
    ]);
  });

  it('become one when CORS withholds the answer from the worker', async () => {
    const { port, finish } = record();
    const failed = { error: 'net::ERR_FAILED' };
    await finish(token({ at: 1, time: 8, ...failed }));
    await finish(token({ time: 11, status: 0, provisional: true, ...failed }));
    expect(exchangesOf(port)).toMatchObject([{ response: { status: 200 }, delivered: false }]);
  });

  it('are one when the second is the target of a redirect that was not followed', async () => {
    const { urls, finish } = record();
    const start = 'https://client.example.com/login?client_id=s6BhdRkqt3';
    const target = 'https://as.example.com/authorize?client_id=s6BhdRkqt3';
    const redirect = { status: 302, responseHeaders: { Location: target }, time: 7 };
    await finish(chromiumEntry({ url: start, ...redirect }));
    const phantom = { status: 0, error: 'net::ERR_ABORTED', provisional: true, time: 0.5 };
    await finish(chromiumEntry({ url: target, at: 8, ...phantom }));
    expect(urls()).toEqual([start]);
  });
});

describe('the log', () => {
  it('gives what events did not deliver, once the page is quiet', async () => {
    const { devtools, urls, finish, pass } = record();
    const posted = document(CALLBACK, { method: 'POST', at: 5, getContent: () => undefined });
    devtools.log = { entries: [token(), posted], pages: 1 };
    await finish(token());
    await pass(4_000);
    expect(urls()).toEqual([TOKEN_URL, CALLBACK]);
  });

  it('says that nobody read the body when nobody answers for it', async () => {
    const { devtools, port, finish, pass } = record();
    const unread = token({ at: 5, getContent: () => new Promise(() => undefined) });
    devtools.log = { entries: [unread], pages: 1 };
    await finish(document(CALLBACK));
    await pass(4_000);
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { unknown: 'not-read' } } });
  });

  it('shows a request that never ended only in the end, and its answer when it comes', async () => {
    const { devtools, port, finish, pass } = record();
    devtools.log = { entries: [token({ at: 5, time: 0, status: 0 })], pages: 1 };
    await finish(document(CALLBACK));
    await pass(1_000);
    expect(exchangesOf(port)).toHaveLength(1);
    await pass(4_000);
    expect(exchangesOf(port)[1]).toMatchObject({ response: null, failure: null });
    await finish(token({ at: 5, time: 6_000.5 }));
    expect(exchangesOf(port)).toHaveLength(2);
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { text: '{"a":1}' } } });
  });

  it('is read rarely in Firefox, and gives bodies with it', async () => {
    const { devtools, port, finish, pass } = record(FIREFOX);
    const kept = firefoxEntry({ method: 'POST', post: TOKEN_FORM }) as { response: object };
    const content = { mimeType: 'application/json', size: 7, text: '{"a":1}' };
    devtools.log = { entries: [{ ...kept, response: { ...kept.response, content } }], pages: 1 };
    await finish(
      firefoxEntry({ at: 10, url: CALLBACK, headers: { 'Sec-Fetch-Dest': 'document' } }),
    );
    await pass(60_000);
    // At the start, and once when the page is quiet.
    expect(devtools.reads).toBe(2);
    expect(exchangesOf(port)).toHaveLength(2);
    expect(exchangesOf(port)[0]).toMatchObject({ response: { body: { text: '{"a":1}' } } });
  });

  it('brings in Firefox the requests of a page whose events never came', async () => {
    const { devtools, finish, pass, urls } = record(FIREFOX);
    const api = 'https://api.example.com/orders';
    const bearer = { headers: { Authorization: 'Bearer 2YotnFZFEjr1zCsicMWpAA' } };
    const userinfo = 'https://as.example.com/userinfo';
    await finish(firefoxEntry({ url: userinfo, ...bearer }));
    const waits = `${api}/slow`;
    devtools.log = {
      entries: [
        firefoxEntry({ at: 20, url: api, ...bearer }),
        firefoxEntry({
          at: 30,
          url: waits,
          ...bearer,
          status: 0,
          responseHeaders: {},
          without: 'end',
        }),
      ],
      pages: 1,
    };
    await pass(1_500);
    expect(urls()).toEqual([userinfo, api]);
  });

  it.each([
    ['of more than 1,000 entries', 1_001, 100],
    ['of more than 10 MB', 2, 6_000_000],
  ])(
    '%s is not read in Firefox, which says so, until a page starts anew',
    async (_, count, size) => {
      const { devtools, port, finish, pass } = record(FIREFOX);
      const callback = () =>
        firefoxEntry({ url: CALLBACK, headers: { 'Sec-Fetch-Dest': 'document' } });
      const script = 'https://client.example.com/app.js';
      const heap = Array.from({ length: count }, (__, at) =>
        firefoxEntry({ at, url: script, size }),
      );
      await finish(...heap, callback());
      await pass(60_000);
      expect([devtools.reads, gapsOf(port)]).toEqual([1, ['late-start', 'lost-exchange']]);
      devtools.page = ['https://client.example.com/', NOON + 60_000];
      devtools.navigate('https://client.example.com/');
      await finish(
        firefoxEntry({ url: `${CALLBACK}2`, headers: { 'Sec-Fetch-Dest': 'document' } }),
      );
      await pass(60_000);
      expect(devtools.reads).toBe(2);
    },
  );

  it('stays too large in Firefox over a navigation when it keeps pages', async () => {
    const { devtools, finish, pass } = record(FIREFOX);
    const script = { url: 'https://client.example.com/app.js', size: 6_000_000 };
    devtools.log = { entries: [firefoxEntry({ at: -5_000 })], pages: 1 };
    await finish(firefoxEntry({ method: 'POST', post: TOKEN_FORM }), firefoxEntry(script));
    await pass(2_000);
    devtools.page = ['https://client.example.com/', NOON + 2_000];
    devtools.navigate('https://client.example.com/');
    const { reads } = devtools;
    await finish(
      firefoxEntry({ ...script, at: 2_010 }),
      firefoxEntry({ at: 2_020, url: CALLBACK }),
    );
    await pass(60_000);
    expect(devtools.reads).toBe(reads);
  });

  it('is not read in Firefox while the next page loads, which would lose its requests', async () => {
    const { devtools, finish, pass } = record(FIREFOX);
    await finish(firefoxEntry({ method: 'POST', post: TOKEN_FORM }));
    await pass(1_400);
    devtools.navigate('https://client.example.com/');
    await pass(1_400);
    expect(devtools.reads).toBe(1);
    await pass(200);
    expect(devtools.reads).toBe(2);
  });

  it('is left alone while a callback page runs, if it keeps pages', async () => {
    const { devtools, finish, pass, port } = record();
    devtools.log = { entries: [], pages: 2 };
    await finish(document('https://client.example.com/'));
    await pass(4_000);
    devtools.navigate(CALLBACK);
    expect(devtools.listening).toBe(false);
    devtools.log = { entries: [token({ at: 9 })], pages: 2 };
    await pass(1_000);
    expect(devtools.listening).toBe(true);
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { text: '{"a":1}' } } });
  });

  it('is told apart from a page that hides it', async () => {
    const { devtools, port, finish, pass } = record();
    await finish(document(CALLBACK));
    devtools.log = null;
    devtools.page = null;
    devtools.navigate('chrome-error://chromewebdata/');
    await pass(1_000);
    expect(gapsOf(port)).toContain('blind-page');
  });
});

describe('a navigation', () => {
  it('clears what was before its redirect chain, without "keep"', async () => {
    const { devtools, port, finish, pass, urls } = record();
    port.setKeep(false);
    await pass(100);
    await finish(token(), document(CALLBACK, { at: 5_000 }));
    devtools.page = [CALLBACK, NOON + 4_990];
    devtools.navigate(CALLBACK);
    await pass(100);
    expect(urls()).toEqual([CALLBACK]);
  });

  it('clears nothing with "keep", nor when only the URL changes', async () => {
    const { devtools, port, finish, pass, urls } = record();
    await finish(token());
    devtools.page = ['https://client.example.com/', NOON + 50];
    devtools.navigate('https://client.example.com/');
    await pass(100);
    port.setKeep(false);
    devtools.page = ['https://client.example.com/#access_token=at-1', NOON + 50];
    devtools.navigate('https://client.example.com/#access_token=at-1');
    await pass(100);
    expect(urls()).toEqual([TOKEN_URL]);
    expect(eventsOf(port)).toContainEqual({
      type: 'navigation',
      navigation: { at: NOON + 100, url: 'https://client.example.com/#access_token=at-1' },
    });
  });

  it('tells of a URL that the page changed before it could be asked, not of a redirect', async () => {
    const { devtools, port, pass } = record();
    devtools.page = ['https://client.example.com/home', NOON + 50, CALLBACK];
    devtools.navigate(CALLBACK);
    await pass(100);
    devtools.page = ['https://client.example.com/b', NOON + 150, 'https://client.example.com/b'];
    devtools.navigate('https://client.example.com/a');
    await pass(100);
    const navigations = eventsOf(port).filter(({ type }) => type === 'navigation');
    expect(navigations).toMatchObject([{ navigation: { url: 'https://client.example.com/home' } }]);
  });
});

describe('a changed URL in Firefox', () => {
  it('is found when the page is quiet, because no event tells of it', async () => {
    const { devtools, port, finish, pass } = record(FIREFOX);
    await finish(firefoxEntry({ url: CALLBACK, headers: { 'Sec-Fetch-Dest': 'document' } }));
    devtools.page = ['https://client.example.com/#done', NOON - 1000];
    await pass(2_000);
    expect(eventsOf(port)).toContainEqual({
      type: 'navigation',
      navigation: { at: NOON + 1_500, url: 'https://client.example.com/#done' },
    });
  });
});

describe('a page whose request Firefox lost', () => {
  const told = async (facts: { readonly url?: string; readonly at?: number | null } = {}) => {
    const { devtools, port, finish, pass } = record(FIREFOX);
    await pass(1_000);
    const { url = `${CALLBACK}#_`, at = 1_000 } = facts;
    devtools.page = at === null ? null : [url, NOON + at];
    devtools.navigate(url);
    await pass(0);
    const visible = () => ({
      gaps: gapsOf(port),
      urls: eventsOf(port).flatMap((event) =>
        event.type === 'navigation' ? [event.navigation.url] : [],
      ),
    });
    return { devtools, port, finish, pass, visible };
  };
  const lost = { gaps: ['late-start', 'lost-exchange'], urls: [`${CALLBACK}#_`] };
  const nothing = { gaps: ['late-start'], urls: [] };

  it('is told with its URL, once it has been waited for', async () => {
    const { pass, visible } = await told();
    await pass(5_000);
    expect(visible()).toEqual(nothing);
    await pass(1_000);
    expect(visible()).toEqual(lost);
  });

  it('is told when the page never answered, and only when it is no page of the history', async () => {
    const gone = await told({ at: null });
    await gone.pass(6_300);
    expect(gone.visible()).toEqual(lost);
    const back = await told({ at: null });
    await back.pass(300);
    back.devtools.page = [`${CALLBACK}#_`, NOON - 1_000];
    await back.pass(6_000);
    expect(back.visible()).toEqual(nothing);
  });

  it('is none when its request comes late', async () => {
    const { finish, pass, visible } = await told();
    await pass(5_000);
    await finish(firefoxEntry({ at: 1_010, url: CALLBACK }));
    await pass(1_000);
    expect(visible()).toEqual(nothing);
  });

  it('is told although the same page was recorded before', async () => {
    const { devtools, finish, pass, visible } = await told();
    await finish(firefoxEntry({ at: 1_010, url: CALLBACK }));
    await pass(9_000);
    devtools.page = [CALLBACK, NOON + 10_000];
    devtools.navigate(CALLBACK);
    await pass(6_000);
    expect(visible()).toEqual({ ...lost, urls: [CALLBACK] });
  });

  it('is none that came back from the history', async () => {
    const { devtools, finish, pass, visible } = await told();
    await finish(firefoxEntry({ at: 1_010, url: CALLBACK }));
    await pass(70_000);
    devtools.page = ['https://client.example.com/', NOON + 70_000];
    devtools.navigate('https://client.example.com/');
    await pass(100);
    // As if the recording had been shortened meanwhile.
    devtools.page = [`${CALLBACK}&n=2`, NOON + 1_000];
    devtools.navigate(`${CALLBACK}&n=2`);
    await pass(6_000);
    expect(visible()).toEqual(nothing);
  });

  it.each([
    ['has nothing to do with OAuth', { url: 'https://client.example.com/#top' }],
    ['was there before the recording', { at: -500 }],
    ['is no page of a server', { url: 'about:neterror?error=1' }],
  ])('is none that %s', async (_, facts) => {
    const { pass, visible } = await told(facts);
    await pass(10_000);
    expect(visible()).toEqual(nothing);
  });

  it.each(['pausing', 'clearing'])('is not missed after %s', async (what) => {
    const { port, pass, visible } = await told();
    if (what === 'pausing') port.setPaused(true);
    else port.clear();
    await pass(10_000);
    expect(visible().urls).toEqual([]);
  });
});

describe('the port', () => {
  it('tells the backlog, then each change, until the listener goes', async () => {
    const { port, finish } = record();
    await finish(token());
    const types: string[] = [];
    const stop = port.subscribe((event) => types.push(event.type));
    expect(types).toEqual(['state', 'exchanges', 'gap']);
    await finish(token({ at: 1 }));
    stop();
    await finish(token({ at: 2 }));
    expect(types.slice(3)).toEqual(['exchanges']);
  });

  it('forgets a listener that throws', async () => {
    const { port, finish } = record();
    const listener = vi.fn(() => {
      throw new Error("can't access dead object");
    });
    port.subscribe(listener);
    await finish(token());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('brings back what was cleared, for ten seconds', async () => {
    const { port, finish, pass, urls } = record();
    await finish(token());
    port.clear();
    expect(urls()).toEqual([]);
    await finish(token({ at: 9 }));
    expect(port.undoClear()).toBe(true);
    expect(urls()).toHaveLength(2);
    expect(port.undoClear()).toBe(false);
    port.clear();
    await pass(10_001);
    expect(port.undoClear()).toBe(false);
  });

  it('does not find in the log what was cleared, only what was still under way', async () => {
    const { devtools, port, pass } = record();
    await pass(1_000);
    port.clear();
    const entry = (at: number, time: number) =>
      chromiumEntry({ at, time, method: 'POST', post: TOKEN_FORM, getContent: async () => null });
    devtools.log = { entries: [entry(100, 50), entry(900, 400.5)], pages: 1 };
    devtools.finish(chromiumEntry({ at: 1_100, url: CALLBACK, type: 'document' }));
    await pass(10_000);
    const times = exchangesOf(port).map(({ startedAt }) => startedAt - NOON);
    expect(times).toEqual([900, 1_100]);
  });

  it('does not show what was cleared while its body was on the way', async () => {
    const { port, finish, pass, urls } = record();
    await finish(token({ getContent: () => new Promise(() => undefined) }));
    port.clear();
    await pass(6_000);
    expect(urls()).toEqual([]);
    expect(port.undoClear()).toBe(true);
    expect(urls()).toEqual([TOKEN_URL]);
  });

  it('adds nothing while paused, not from the log either, and says so', async () => {
    const { devtools, port, finish, pass, urls } = record();
    port.setPaused(true);
    await finish(token());
    port.setPaused(false);
    devtools.log = { entries: [token()], pages: 1 };
    await finish(document(CALLBACK, { at: 3 }));
    await pass(4_000);
    expect(urls()).toEqual([CALLBACK]);
    expect(gapsOf(port)).toContain('paused');
  });

  it('says that it began late, and reloads the page on demand', async () => {
    const { devtools, port, pass } = record();
    await pass(0);
    expect(gapsOf(port)).toEqual(['late-start']);
    port.reloadPage();
    expect(devtools.reloads).toBe(1);
    expect(await port.inspectedUrl()).toBe('https://client.example.com/');
  });
});
