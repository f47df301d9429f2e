import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { login } from '../helpers/exchanges.ts';
import { analyse } from './analysed.ts';

describe('a login that was recorded in part', () => {
  it('shows the rest of a login whose beginning was not recorded', () => {
    const late = analyse(login().slice(2)).flows;
    expect(late).toHaveLength(1);
    expect(late[0]?.flow.request).toBeNull();
    expect(late[0]?.flow.messages.map(({ kind }) => kind)).toEqual([
      'interaction',
      'authorization-response',
      'token-request',
      'api-call',
    ]);
    expect(late[0]?.outcome).toBe('succeeded');
  });

  it('keeps a response to a lost request apart from the login before it', () => {
    const second = login({ at: 20, state: 'second-state', code: 'second-code', verifier: 'v2' });
    const { flows } = analyse([...login(), ...second.slice(3)]);
    expect(flows.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
    expect(flows[1]?.flow.request).toBeNull();
    expect(flows[1]?.flow.messages[0]?.exchange.id).toBe(second[3]?.id);
  });

  it('joins a response with another state to the request that is still open', () => {
    const [request] = login();
    const [, , , callback] = login({ state: 'second-state' });
    if (!request || !callback) throw new Error('no login');
    const { flows } = analyse([{ ...request, response: null }, callback]);
    expect(flows.map(({ flow }) => flow.messages.length)).toEqual([2]);
  });

  it('takes a response from the URL when no request shows it', () => {
    const analysis = createAnalysis();
    const [request] = login();
    if (!request) throw new Error('no request');
    analysis.add({ ...request, response: null });
    const url =
      'https://app.example.com/callback#access_token=t0k3n-value&token_type=Bearer&state=af0ifjsldkjf3kd9';
    analysis.addNavigation({ at: request.startedAt + 900, url });
    const [flow] = analysis.snapshot().flows;
    expect(flow?.flow.responses.map(({ mode }) => mode)).toEqual(['fragment']);
  });

  it('does not take the URL of the loaded callback for a second response', () => {
    const analysis = createAnalysis();
    const exchanges = login();
    for (const one of exchanges) analysis.add(one);
    const callback = exchanges[3];
    if (!callback) throw new Error('no callback');
    analysis.addNavigation({ at: callback.startedAt + 30, url: callback.request.url });
    expect(analysis.snapshot().flows[0]?.flow.responses).toHaveLength(1);
  });
});
