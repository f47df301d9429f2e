import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchange, login } from '../helpers/exchanges.ts';

const whole = login();
const API = 'https://api.example.com/things';

function call(seconds: number, status: number): Exchange {
  return exchange(seconds, {
    url: API,
    headers: {
      authorization: 'Bearer token-of-SplxlOBeZQQYbYS6WxSbIA',
      origin: 'https://app.example.com',
    },
    destination: 'empty',
    mode: 'cors',
    status,
    answer: {
      'access-control-allow-origin': 'https://app.example.com',
      ...(status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
    },
  });
}

function refusals(exchanges: readonly Exchange[]) {
  const [analysed] = snapshotOf(exchanges).flows;
  const found = analysed?.findings.filter(({ observed }) => observed.includes('401')) ?? [];
  return found.map(({ severity, observed, message }) => ({ severity, observed, message }));
}

describe('a request that is sent again and again', () => {
  const base = whole.slice(0, -1);

  it('has one finding with a count, at the first refusal', () => {
    const found = refusals([...base, call(5, 401), call(6, 401), call(9, 401)]);
    expect(found).toHaveLength(1);
    expect(found[0]?.observed).toContain('This happened 3 times within 4 s.');
    const [analysed] = snapshotOf([...base, call(5, 401)]).flows;
    expect(found[0]?.message).toBe((analysed?.flow.messages.length ?? 0) - 1);
  });

  it('has a count in the note too when it worked in the end', () => {
    const found = refusals([...base, call(5, 401), call(6, 401), call(7, 200)]);
    expect(found).toMatchObject([{ severity: 'info' }]);
    expect(found[0]?.observed).toContain('2 times within 1 s');
  });

  it('is counted anew after a success', () => {
    const found = refusals([...base, call(5, 401), call(6, 200), call(7, 401), call(8, 401)]);
    expect(found.map(({ severity }) => severity).sort()).toEqual(['error', 'info']);
    expect(found.find(({ severity }) => severity === 'error')?.observed).toContain('2 times');
  });

  it('does not swallow what a check says of two parameters of one message', () => {
    const doubled = whole.map((one, index) =>
      index === 0
        ? { ...one, request: { ...one.request, url: `${one.request.url}&scope=b&state=other` } }
        : one,
    );
    const found = snapshotOf(doubled).flows.flatMap(({ findings }) => findings);
    const names = found.flatMap(({ at, title }) =>
      /more than once/.test(title) ? [at?.name] : [],
    );
    expect(names.sort()).toEqual(['scope', 'state']);
  });
});
