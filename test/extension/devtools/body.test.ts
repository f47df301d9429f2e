import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import { readBody, readDocument } from '../../../src/extension/devtools/body.ts';
import type { PageResource } from '../../../src/extension/devtools/devtools-api.ts';
import { chromiumEntry, firefoxEntry, TOKEN_URL } from '../entries.ts';

const chromium = (getContent: unknown, size = 0, resources: readonly PageResource[] = []) =>
  readBody({
    entry: chromiumEntry({ getContent, size }),
    browser: CHROMIUM,
    readResources: async () => resources,
  });
const firefox = (getContent: unknown, encoding?: string) =>
  readBody({
    entry: firefoxEntry({ getContent, ...(encoding === undefined ? {} : { encoding }) }),
    browser: FIREFOX,
    readResources: null,
  });

type Callback = (text: unknown, second?: unknown) => void;

describe('readBody', () => {
  it.each([
    ['an object, as Chromium promises it', async () => ({ content: '{"a":1}', encoding: '' })],
    ['a pair, as the polyfill promises it', async () => ['{"a":1}', '']],
    ['two arguments of a callback', (done?: Callback) => done?.('{"a":1}', '')],
    ['base64', async () => ({ content: btoa('{"a":1}'), encoding: 'base64' })],
  ])('reads %s', async (_, getContent) => {
    expect(await chromium(getContent)).toEqual({ text: '{"a":1}' });
  });

  it('reads an empty body as empty, not as missing', async () => {
    expect(await chromium(async () => ({ content: '', encoding: '' }))).toEqual({ text: '' });
    expect(await firefox(async () => ['', 'text/html'])).toEqual({ text: '' });
  });

  it('takes the second value of Firefox for a media type', async () => {
    expect(await firefox(async () => ['YQ==', 'base64'])).toEqual({ text: 'YQ==' });
    expect(await firefox(async () => [btoa('a.b.c'), 'application/jwt'], 'base64')).toEqual({
      text: 'a.b.c',
    });
  });

  it('keeps the text that Firefox calls base64 although it could not encode it', async () => {
    expect(await firefox(async () => ['schlüssel–€', 'application/jwt'], 'base64')).toEqual({
      text: 'schlüssel–€',
    });
  });

  it.each([
    ['null', async () => ({ content: null, encoding: '' })],
    ['undefined', async () => undefined],
    ['a rejection', () => Promise.reject({ code: 'E_NOTFOUND' })],
    ['a callback without values', (done?: Callback) => done?.(undefined)],
    [
      'an exception',
      () => {
        throw new Error('no such entry');
      },
    ],
    ['no function at all', 7],
  ])('says that the page left on %s', async (_, getContent) => {
    expect(await chromium(getContent)).toEqual({ unknown: 'page-left' });
    expect(await firefox(getContent)).toEqual({ unknown: 'page-left' });
  });

  it('finds a document among the resources once its navigation has committed', async () => {
    const page: PageResource = {
      url: TOKEN_URL,
      getContent: async () => ({ content: '<p>no such client', encoding: '' }),
    };
    let asked = 0;
    const entry = chromiumEntry({ getContent: async () => undefined, size: 17 });
    const readResources = async () => {
      asked += 1;
      return asked > 1 ? [page] : [];
    };
    const body = await readDocument({ entry, browser: CHROMIUM, readResources });
    expect(body).toEqual({ text: '<p>no such client' });
  });

  it('is not read when it has 30 MB', async () => {
    const ask = vi.fn();
    expect(await chromium(ask, 30_000_000)).toEqual({ unknown: 'too-large' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('cuts a body after two million characters', async () => {
    const body = await chromium(async () => ({ content: 'x'.repeat(2_000_001), encoding: '' }));
    expect(body).toMatchObject({ truncated: true });
  });

  it('lists the resources of the page only when Chromium has forgotten the entry', async () => {
    const readResources = vi.fn(async () => []);
    const read = (getContent: unknown) =>
      readBody({ entry: chromiumEntry({ getContent }), browser: CHROMIUM, readResources });
    await read(async () => ({ content: '{}', encoding: '' }));
    await read(async () => ({ content: null, encoding: '' }));
    expect(readResources).not.toHaveBeenCalled();
    await read(async () => undefined);
    expect(readResources).toHaveBeenCalledTimes(1);
  });

  describe('when Chromium has forgotten the entry', () => {
    const forgotten = () => Promise.reject({ code: 'E_NOTFOUND' });
    const resource = (content: string, url = TOKEN_URL): PageResource => ({
      url,
      getContent: (done: Callback) => done(content, ''),
    });

    it('takes the newest resource of that URL', async () => {
      const resources = [
        resource('{"old":1}'),
        resource('{"a":"ü"}'),
        resource('x', 'https://a.test/'),
      ];
      expect(await chromium(forgotten, 10, resources)).toEqual({ text: '{"a":"ü"}' });
    });

    it('refuses a resource of another size', async () => {
      expect(await chromium(forgotten, 11, [resource('{"a":1}')])).toEqual({
        unknown: 'page-left',
      });
    });

    it('does not ask resources when the page is gone', async () => {
      const gone = async () => ({ content: null, encoding: '' });
      expect(await chromium(gone, 7, [resource('{"a":1}')])).toEqual({ unknown: 'page-left' });
    });
  });

  it('never throws, whatever the browser answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.boolean(), async (answer, promised) => {
        const getContent = (done?: Callback) =>
          promised ? Promise.resolve(answer) : done?.(answer);
        const body = await chromium(getContent);
        expect('text' in body || 'unknown' in body).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
