import { describe, expect, it } from 'vitest';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import { exchangesOf, firefoxEntry, gapsOf, NOON, TOKEN_FORM, TOKEN_URL } from '../entries.ts';
import { CALLBACK, document, record, token, useTestClock } from './record.ts';

useTestClock();

describe('the log', () => {
  it('gives entries without an event, once the page is quiet', async () => {
    const { devtools, urls, finish, pass } = record();
    const posted = document(CALLBACK, { method: 'POST', at: 5, getContent: () => undefined });
    devtools.log = { entries: [token(), posted], pages: 1 };
    await finish(token());
    await pass(4_000);
    expect(urls()).toEqual([TOKEN_URL, CALLBACK]);
  });

  it('says that the body was not read when DevTools never answer for it', async () => {
    const { devtools, port, finish, pass } = record();
    const unread = token({ at: 5, getContent: () => new Promise(() => undefined) });
    devtools.log = { entries: [unread], pages: 1 };
    await finish(document(CALLBACK));
    await pass(4_000);
    expect(exchangesOf(port)[1]).toMatchObject({ response: { body: { unknown: 'not-read' } } });
  });

  it('shows an unfinished request only at the end, and its answer when it arrives', async () => {
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

  it('is read rarely in Firefox, and includes bodies', async () => {
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

  it('gives the requests of a page without events in Firefox', async () => {
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

  it('is distinguished from a page that hides it', async () => {
    const { devtools, port, finish, pass } = record();
    await finish(document(CALLBACK));
    devtools.log = null;
    devtools.page = null;
    devtools.navigate('chrome-error://chromewebdata/');
    await pass(1_000);
    expect(gapsOf(port)).toContain('blind-page');
  });
});
