import { describe, expect, it } from 'vitest';
import { parseFilter, passes, suggest } from '../../../panels/oauth/view/filter.ts';
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
    ['is:nonsense', []],
    ['is:constructor', []],
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
