import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../helpers/exchanges.ts';

const AUTHORIZE = 'https://as.example.com/authorize';
const CALLBACK = 'https://app.example.com/cb';

function request(at: number, redirectUri: string, answer: Record<string, unknown>): Exchange {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'client-of-the-app',
    redirect_uri: redirectUri,
    state: `state-of-the-login-at-${at}`,
  });
  return exchange(at, {
    url: `${AUTHORIZE}?${query}`,
    destination: 'document',
    mode: 'navigate',
    ...answer,
  });
}

const worked = (at: number): Exchange =>
  request(at, CALLBACK, {
    status: 302,
    answer: { location: `${CALLBACK}?code=code-${at}&state=state-of-the-login-at-${at}` },
  });

const refused = (at: number): Exchange =>
  request(at, `${CALLBACK}/`, {
    status: 400,
    answer: { 'content-type': 'text/html' },
    answerBody: '<h1>Invalid redirect URI</h1>',
  });

const verdictAt = (id: string, analysis = createAnalysis()): string | undefined =>
  analysis.snapshot().flows.find(({ flow }) => flow.id === id)?.verdict.text;

describe('a refused login, compared with another of the same client', () => {
  const failure = refused(60);

  it('is judged again when the one that worked is recorded late', () => {
    const analysis = createAnalysis();
    analysis.add(failure);
    expect(verdictAt(failure.id, analysis)).not.toContain('worked');
    analysis.add(worked(0));
    expect(verdictAt(failure.id, analysis)).toContain(`worked with "${CALLBACK}"`);
  });

  it('prefers the last one before it, and takes a later one for want of an earlier', () => {
    const analysis = createAnalysis();
    analysis.add(failure);
    analysis.add(worked(61));
    expect(verdictAt(failure.id, analysis)).toContain('1 s later');
    analysis.add(worked(10));
    expect(verdictAt(failure.id, analysis)).toContain('50 s earlier');
    analysis.add(worked(40));
    expect(verdictAt(failure.id, analysis)).toContain('20 s earlier');
  });

  it('is left alone when nothing changed', () => {
    const analysis = createAnalysis();
    for (const one of [worked(0), failure]) analysis.add(one);
    const [first, second] = [analysis.snapshot(), analysis.snapshot()];
    expect(second.flows[1]).toBe(first.flows[1]);
  });

  it('forgets with the recording', () => {
    const analysis = createAnalysis();
    analysis.add(worked(0));
    analysis.snapshot();
    analysis.clear();
    analysis.add(failure);
    expect(verdictAt(failure.id, analysis)).not.toContain('worked');
  });
});
