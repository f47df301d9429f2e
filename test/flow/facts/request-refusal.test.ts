import { describe, expect, it } from 'vitest';
import { isBlamed, isRefusedFor, requestRefusal } from '../../../src/flow/facts/request-refusal.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { spa } from '../../traffic/clients.ts';
import { frontChannel, login, page, requestUrl } from '../../traffic/sketch.ts';

const flowOf = (exchanges: Parameters<typeof snapshotOf>[0]) => {
  const { flow } = snapshotOf(exchanges).flows[0] ?? {};
  if (!flow) throw new Error('no flow');
  return flow;
};

const refused = (error: string, words?: string) =>
  flowOf(frontChannel({ ...spa, response: { code: undefined, error, error_description: words } }));

const shown = (answerBody: string) =>
  flowOf([page(0, requestUrl(spa), { status: 400, answerBody })]);

describe('requestRefusal', () => {
  it('reads the error of the response', () => {
    expect(requestRefusal(refused('invalid_scope', 'no such scope'))).toEqual({
      error: 'invalid_scope',
      words: 'no such scope',
      about: null,
    });
  });

  it('reads the page of the server, and what it is about', () => {
    const found = requestRefusal(shown('<h1>Error</h1><p>redirect_uri is not registered'));
    expect(found).toMatchObject({ error: null, about: 'redirect-mismatch' });
  });

  it('is null for a request that was granted', () => {
    expect(requestRefusal(flowOf(login(spa)))).toBeNull();
  });
});

describe('isRefusedFor', () => {
  it.each([
    ['no words', refused('invalid_request'), 'prompt', true],
    ['its name', refused('invalid_request', 'scope is empty'), 'scope', true],
    [
      'the name of another parameter',
      refused('invalid_request', 'scope is empty'),
      'prompt',
      false,
    ],
    ['another code', refused('access_denied'), 'scope', false],
    [
      'a page about the redirect URI',
      shown('<p>redirect_uri is not registered'),
      'redirect_uri',
      true,
    ],
    [
      'a page about the redirect URI, another',
      shown('<p>redirect_uri is not registered'),
      'scope',
      false,
    ],
    ['a page that says nothing', shown('<p>The request could not be handled'), 'scope', true],
  ])('%s', (_, flow, name, expected) => {
    expect(isRefusedFor(flow, name, ['invalid_request'])).toBe(expected);
  });
});

describe('isBlamed', () => {
  it.each([
    ['its name', refused('invalid_request', 'scope is empty'), 'scope', true],
    ['no words', refused('invalid_request'), 'scope', false],
    ['a page about the client', shown('<p>Unknown client'), 'client_id', true],
    ['a page about the client, another', shown('<p>Unknown client'), 'scope', false],
  ])('%s', (_, flow, name, expected) => {
    expect(isBlamed(flow, name)).toBe(expected);
  });
});
