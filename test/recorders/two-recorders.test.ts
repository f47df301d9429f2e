import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { analyse, later, ofTwoRecorders, serverLogin, shape } from './server-login.ts';

describe('what two recorders saw', () => {
  const { browser, proxy } = serverLogin({ date: true });
  /** The exchange as the proxy saw it: complete, without the kind of request. */
  const again = (exchanges: readonly Exchange[], skew: number): Exchange[] =>
    later(exchanges, skew + 3).map((one) => ({
      ...one,
      id: `again ${one.id}`,
      source: 1,
      destination: 'unknown',
      mode: 'unknown',
      duration: (one.duration ?? 0) - 6,
    }));

  it.each([0, 1_200_000, -1_200_000])('counts once, with clocks %d ms apart', (skew) => {
    const both = [...browser, ...again(browser, skew), ...later(proxy, skew)];
    expect(shape(analyse(both))).toEqual(shape(analyse([...browser, ...proxy])));
  });

  it('combines the better parts of each', () => {
    const [token] = proxy;
    if (!token?.response) throw new Error('no token request');
    const ofBrowser: Exchange = {
      ...token,
      id: 'seen by the browser',
      source: 0,
      destination: 'empty',
      mode: 'cors',
      request: { ...token.request, headers: [], headersComplete: false },
      response: { ...token.response, status: null, body: { unknown: 'page-left' } },
    };
    const { flows } = analyse([...browser, ofBrowser, token]);
    const requests = flows.flatMap(({ flow }) => flow.tokenRequests);
    expect(requests.map(({ exchange: { id, mode } }) => [id, mode])).toEqual([
      ['seen by the browser', 'cors'],
    ]);
    expect(requests[0]?.response.outcome).toBe('tokens');
    expect(requests[0]?.exchange.response?.status).toBe(200);
    expect(requests[0]?.basic?.id).toBe('s6BhdRkqt3');
  });

  it('is two when the answers differ', () => {
    const [token] = proxy;
    if (!token?.response) throw new Error('no token request');
    const refused: Exchange = {
      ...token,
      id: 'refused',
      source: 0,
      destination: 'empty',
      mode: 'cors',
      startedAt: token.startedAt + 30,
      response: {
        ...token.response,
        status: 400,
        body: { text: '{"error":"invalid_grant"}' },
      },
    };
    const { flows } = analyse([...browser, ...proxy, refused]);
    expect(flows[0]?.flow.tokenRequests).toHaveLength(2);
    expect(flows[0]?.findings.map(({ check }) => check)).toContain('code-reused');
  });

  it('joins a recording that is already analysed, and leaves it again', () => {
    const analysis = ofTwoRecorders();
    browser.forEach(analysis.add);
    const [alone] = analysis.snapshot().flows;
    expect(alone?.outcome).toBe('unknown');
    later(proxy, -600_000).forEach(analysis.add);
    expect(analysis.snapshot().flows.map(({ outcome }) => outcome)).toEqual(['succeeded']);
    analysis.clear();
    browser.forEach(analysis.add);
    expect(shape(analysis.snapshot())).toEqual(shape(analyse(browser)));
  });
});
