import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { attemptTitle } from '../../src/words/attempt-titles.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchange, login } from '../helpers/exchanges.ts';

const AS = 'https://as.example.com';
const API = 'https://api.example.net';

/** Metadata of the server of `login`, answered with a page. */
const shell = (at: number, path = 'openid-configuration'): Exchange =>
  exchange(at, {
    url: `${AS}/.well-known/${path}`,
    destination: 'empty',
    answer: { 'content-type': 'text/html' },
    answerBody: '<!doctype html><title>App',
  });

/** A call that the API refuses. */
const refused = (at: number, path = '/orders', token = 'a-token-of-nobody'): Exchange =>
  exchange(at, {
    url: `${API}${path}`,
    destination: 'empty',
    headers: { authorization: `Bearer ${token}` },
    status: 401,
    answer: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

function told(exchanges: readonly Exchange[]) {
  const { flows, outside } = snapshotOf(exchanges);
  return {
    flows: flows.map(({ flow, outcome }) => [
      attemptTitle(flow) ?? flow.grant,
      outcome,
      flow.messages.length,
    ]),
    outside: outside.map(({ finding }) => `${finding.severity} ${finding.check}`),
  };
}

describe('what fails outside any login', () => {
  it('is a flow of its own', () => {
    expect(told([shell(0)])).toEqual({
      flows: [['Discovery at as.example.com', 'failed', 1]],
      outside: [],
    });
    expect(told([refused(0), refused(1), refused(2, '/bills')])).toEqual({
      flows: [['API call to api.example.net', 'failed', 3]],
      outside: [],
    });
  });

  it('has a cause, an owner and a fix in its conclusion', () => {
    const [{ flow, verdict } = { flow: null, verdict: null }] = snapshotOf([refused(0)]).flows;
    expect(flow?.authorizationServer).toBeNull();
    expect(verdict?.cause).toMatchObject({ owner: 'resource server', fix: expect.any(String) });
  });

  it('is part of the login that follows from it', () => {
    const { flows } = told([shell(-1), ...login()]);
    expect(flows).toEqual([['authorization_code', 'succeeded', 1 + login().length]]);
  });

  it('is one attempt for each server and each time', () => {
    const { flows } = told([shell(0), refused(1), shell(500)]);
    expect(flows.map(([title]) => title)).toEqual([
      'Discovery at as.example.com',
      'API call to api.example.net',
      'Discovery at as.example.com',
    ]);
  });

  it('does not depend on order and repetition', () => {
    const recording = [shell(0), shell(1, 'oauth-authorization-server'), refused(2), refused(90)];
    const whole = [...recording, refused(400), ...login({ at: 900 })];
    const expected = told(whole);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(whole, { minLength: whole.length }),
        fc.subarray(whole),
        (shuffled, again) => {
          expect(told([...shuffled, ...again])).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps its identity until something in it changes', () => {
    const analysis = createAnalysis();
    analysis.add(shell(0));
    const [first] = analysis.snapshot().flows;
    analysis.add(refused(1));
    const [same, other] = analysis.snapshot().flows;
    expect(same).toBe(first);
    analysis.add(refused(2));
    const [still, changed] = analysis.snapshot().flows;
    expect(still).toBe(first);
    expect(changed?.flow.id).toBe(other?.flow.id);
    expect(changed).not.toBe(other);
  });
});

describe('what is of no consequence', () => {
  it.each([
    ['a call that is answered', { status: 200 }],
    ['a call that fails without a sign of OAuth', { status: 500 }],
  ])('%s', (_, more) => {
    const call = exchange(0, { url: `${API}/orders`, destination: 'empty', ...more });
    expect(told([call])).toEqual({ flows: [], outside: [] });
  });
});
