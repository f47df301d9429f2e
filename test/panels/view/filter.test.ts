import { describe, expect, it } from 'vitest';
import { parseFilter, passes } from '../../../panels/oauth/view/filter.ts';
import { filterNotes } from '../../../panels/oauth/view/filter-notes.ts';
import { suggest as suggestions } from '../../../panels/oauth/view/filter-suggestions.ts';
import { createAnalysis } from '../../../src/analysis/analysis.ts';
import { flowSteps } from '../../../src/conclusion/steps.ts';
import { login, OTHER_VERIFIER } from '../recording.ts';

/** A login whose token response lost its status. */
function withLostStatus() {
  const analysis = createAnalysis();
  for (const exchange of login({ prefix: 'c', client: 'left' })) {
    const { request, response } = exchange;
    const lost = request.method === 'POST' && response ? { ...response, status: null } : response;
    analysis.add({ ...exchange, response: lost });
  }
  return analysis.snapshot().flows;
}

function flows() {
  const analysis = createAnalysis();
  const clean = login({
    prefix: 'a',
    at: -60_000,
    client: 'web app',
    state: 'st-clean-1',
    code: 'co-clean-1',
  });
  const failed = login({ prefix: 'b', client: 'spa', refused: true, verifier: OTHER_VERIFIER });
  for (const exchange of [...clean, ...failed]) analysis.add(exchange);
  return analysis.snapshot().flows;
}

const recorded = flows();
const clientsOf = (text: string) =>
  recorded.filter((analysed) => passes(analysed, parseFilter(text))).map(({ flow }) => flow.client);

const suggest = (text: string, flows: typeof recorded) =>
  suggestions(text, flows).map((one) => one.text);

describe('the filter', () => {
  it.each([
    ['', ['web app', 'spa']],
    ['client:spa', ['spa']],
    ['-client:spa', ['web app']],
    ['CLIENT:Spa', ['spa']],
    ['client:"web app"', ['web app']],
    ['server:as.example', ['web app', 'spa']],
    ['grant:authorization_code', ['web app', 'spa']],
    ['grant:authorization-code', ['web app', 'spa']],
    ['is:failed', ['spa']],
    ['-is:failed', ['web app']],
    ['is:nonsense', ['web app', 'spa']],
    ['is:constructor client:spa', ['spa']],
    ['status:abc', ['web app', 'spa']],
    ['has:code_verifier', ['web app', 'spa']],
    ['has:access_token', ['web app']],
    ['has:nothing', []],
    ['flow 2, step 1 (authorization request)', ['web app', 'spa']],
    ['status:400', ['spa']],
    ['status:4xx', ['spa']],
    ['kind:api-call', ['web app']],
    ['check:pkce-verifier', ['spa']],
    ['invalid_grant', ['spa']],
    ['-invalid_grant', ['web app']],
    ['is:failed client:web', []],
    ['https://as.example.com/token', ['web app', 'spa']],
    ['nothing-like-this', []],
    ['client:', ['web app', 'spa']],
    ['"', ['web app', 'spa']],
    ['-', ['web app', 'spa']],
  ])('%s', (text, expected) => {
    expect(clientsOf(text)).toEqual(expected);
  });
});

describe('a status that was lost', () => {
  const [flow] = withLostStatus();

  it('can be filtered by a word, which is suggested', () => {
    if (!flow) throw new Error('no flow');
    expect(passes(flow, parseFilter('status:unknown'))).toBe(true);
    expect(passes(flow, parseFilter('status:4xx'))).toBe(false);
    expect(suggest('status:u', [flow])).toEqual(['status:unknown']);
  });

  it('differs from a missing answer in the diagram, and is not bad', () => {
    if (!flow) throw new Error('no flow');
    const answer = flowSteps(flow).steps.find(({ message }) => message.kind === 'token-request');
    expect(answer?.answer).toEqual({ text: 'status unknown tokens', bad: false });
  });
});

describe('suggestions', () => {
  it('are the words before the colon, then the values that the recording has', () => {
    expect(suggest('c', recorded)).toEqual(['client:', 'check:']);
    expect(suggestions('is:fa', recorded)).toEqual([
      { text: 'is:failed', word: 'is:failed', about: 'attempts that failed', count: 1 },
    ]);
    expect(suggestions('-is:fa', recorded)[0]).toMatchObject({ word: '-is:failed', count: 1 });
    expect(suggest('client:', recorded)).toEqual(['client:"web app"', 'client:spa']);
    expect(suggest('is:f', recorded)).toEqual(['is:failed', 'is:federated']);
    expect(suggest('is:failed -client:s', recorded)).toEqual(['is:failed -client:spa']);
    expect(suggest('status:', recorded)).toEqual(['status:302', 'status:200', 'status:400']);
  });

  it('do not appear for a complete word or one without a key', () => {
    expect(suggest('is:failed', recorded)).toEqual([]);
    expect(suggest('foo:bar', recorded)).toEqual([]);
    expect(suggest('zzz', recorded)).toEqual([]);
  });
});

describe('what the filter does not understand', () => {
  const notes = (text: string) => filterNotes(text, recorded).map((note) => note.text);

  it.each([
    ['statuss:200', 'statuss: is not a filter. Did you mean status:?'],
    ['sattus:200', 'sattus: is not a filter. Did you mean status:?'],
    ['is:bogus', /^is:bogus is ignored. Known are failed, /],
    ['is:faild', 'is:faild is ignored. Did you mean is:failed?'],
    ['status:abc', 'status:abc is ignored: a status is like 400 or 4xx.'],
    ['colour:red', 'colour: is not a filter. “colour:red” is searched as text.'],
    ['flow 9', 'This recording has no flow 9.'],
  ])('%s is said', (text, expected) => {
    expect(notes(text)).toEqual([
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    ]);
  });

  it.each(['', 'is:', 'is:failed', 'status:4xx', 'https://as.example.com/token', 'localhost:8080'])(
    '%s is understood',
    (text) => {
      expect(notes(text)).toEqual([]);
    },
  );

  it('offers what to write in its place', () => {
    expect(filterNotes('client:x statuss:200', recorded)[0]?.replace).toEqual({
      old: 'statuss:',
      by: 'status:',
    });
  });
});
