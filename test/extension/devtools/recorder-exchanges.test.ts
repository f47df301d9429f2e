import { describe, expect, it, vi } from 'vitest';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import {
  type ChromiumFacts,
  chromiumEntry,
  exchangesOf,
  type FirefoxFacts,
  firefoxEntry,
  gapsOf,
  TOKEN_FORM,
} from '../entries.ts';
import { answer, CALLBACK, document, record, token, useTestClock } from './record.ts';

useTestClock();

describe('an exchange', () => {
  it('reaches the panel with its body', async () => {
    const { port, finish } = record();
    await finish(token());
    expect(exchangesOf(port)).toMatchObject([
      { request: { body: { text: TOKEN_FORM } }, response: { body: { text: '{"a":1}' } } },
    ]);
  });

  it('reaches the panel after five seconds without its body, and again with it', async () => {
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

  it('is dropped when it is not OAuth, and its body is not read', async () => {
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

  it('is ordered by its start, not by its arrival', async () => {
    const { urls, finish } = record();
    await finish(document(`${CALLBACK}&n=2`, { at: 20 }), document(`${CALLBACK}&n=1`, { at: 10 }));
    expect(urls()).toEqual([`${CALLBACK}&n=1`, `${CALLBACK}&n=2`]);
  });

  it('says why its body is missing, and how to get it', async () => {
    const { port, finish } = record();
    await finish(token({ getContent: () => Promise.reject({ code: 'E_NOTFOUND' }) }));
    expect(exchangesOf(port)).toMatchObject([{ response: { body: { unknown: 'page-left' } } }]);
    expect(gapsOf(port)).toContain('lost-body');
  });

  it('is a gap of its own when its body is missing like that of an earlier one', async () => {
    const { port, finish } = record();
    const getContent = () => Promise.reject({ code: 'E_NOTFOUND' });
    await finish(token({ getContent }), token({ getContent, at: 60_000 }));
    expect(gapsOf(port).filter((kind) => kind === 'lost-body')).toHaveLength(2);
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
