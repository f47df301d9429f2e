import { describe, expect, it } from 'vitest';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import { eventsOf, firefoxEntry, gapsOf, NOON, TOKEN_URL } from '../entries.ts';
import { CALLBACK, document, record, token, useTestClock } from './record.ts';

useTestClock();

describe('a navigation', () => {
  it('clears everything before its redirect chain, without "keep"', async () => {
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

  it('reports a URL that the page changed early, but not a redirect', async () => {
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
  it('is found when the page is quiet, because there is no event', async () => {
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

  it('is reported with its URL after a wait', async () => {
    const { pass, visible } = await told();
    await pass(5_000);
    expect(visible()).toEqual(nothing);
    await pass(1_000);
    expect(visible()).toEqual(lost);
  });

  it('is reported when the page never answered, unless it is a page of the history', async () => {
    const gone = await told({ at: null });
    await gone.pass(6_300);
    expect(gone.visible()).toEqual(lost);
    const back = await told({ at: null });
    await back.pass(300);
    back.devtools.page = [`${CALLBACK}#_`, NOON - 1_000];
    await back.pass(6_000);
    expect(back.visible()).toEqual(nothing);
  });

  it('is not reported when its request arrives late', async () => {
    const { finish, pass, visible } = await told();
    await pass(5_000);
    await finish(firefoxEntry({ at: 1_010, url: CALLBACK }));
    await pass(1_000);
    expect(visible()).toEqual(nothing);
  });

  it('is reported although the same page was recorded before', async () => {
    const { devtools, finish, pass, visible } = await told();
    await finish(firefoxEntry({ at: 1_010, url: CALLBACK }));
    await pass(9_000);
    devtools.page = [CALLBACK, NOON + 10_000];
    devtools.navigate(CALLBACK);
    await pass(6_000);
    expect(visible()).toEqual({ ...lost, urls: [CALLBACK] });
  });

  it('is not reported for a page from the history', async () => {
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
  ])('is not reported for a page that %s', async (_, facts) => {
    const { pass, visible } = await told(facts);
    await pass(10_000);
    expect(visible()).toEqual(nothing);
  });

  it.each(['pausing', 'clearing'])('is not reported after %s', async (what) => {
    const { port, pass, visible } = await told();
    if (what === 'pausing') port.setPaused(true);
    else port.clear();
    await pass(10_000);
    expect(visible().urls).toEqual([]);
  });
});
