import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../helpers/exchanges.ts';

/** The exchanges, with the API call at the end refused. */
function refused(exchanges: readonly Exchange[], status: number, challenge: string): Exchange[] {
  return exchanges.map((one) => {
    if (!one.request.url.includes('api.example.com') || !one.response) return one;
    const headers = [...one.response.headers, { name: 'www-authenticate', value: challenge }];
    return { ...one, response: { ...one.response, status, headers } };
  });
}

const SECOND = {
  at: 60,
  state: 'Qx2TlKWIAtGzv3JO',
  code: 'another-code',
  verifier: '3kUr8pQ2xT6vYb1nM9sLw4dHjK7cZf0gRaEeWuIoPqS',
  challenge: 'ZdPGMGpIMcqUFxJE4tANIp07jX8MXzrFIdlMQaRoIcg',
} as const;
const second = login(SECOND);
const WANTS_SCOPE = 'Bearer error="insufficient_scope", scope="write"';

describe('a call that was refused', () => {
  it.each([
    ['for a scope', WANTS_SCOPE, 403],
    ['for an expired token', 'Bearer error="invalid_token"', 401],
  ])('%s and worked after another login is a note', (_, challenge, status) => {
    const { flows } = snapshotOf([...refused(login(), status, challenge), ...second]);
    expect(flows.map(({ verdict }) => verdict.sign)).toEqual(['good', 'good']);
    const notes = flows[0]?.findings.filter(({ observed }) => observed.includes('60 s later'));
    expect(notes?.map(({ severity }) => severity)).toContain('info');
  });

  it('stays an error when the later login does not help', () => {
    const [first] = snapshotOf([
      ...refused(login(), 403, WANTS_SCOPE),
      ...refused(second, 403, WANTS_SCOPE),
    ]).flows;
    expect(first?.verdict.sign).toBe('bad');
  });

  it('stays an error when only an earlier call worked', () => {
    const { flows } = snapshotOf([...login(), ...refused(second, 403, WANTS_SCOPE)]);
    expect(flows.map(({ verdict }) => verdict.sign)).toEqual(['good', 'bad']);
  });

  it('stays an error when the call worked for another client', () => {
    const other = login({ ...SECOND, client: 'inventory-web' });
    const { flows } = snapshotOf([...refused(login(), 403, WANTS_SCOPE), ...other]);
    expect(flows.map(({ verdict }) => verdict.sign)).toEqual(['bad', 'good']);
  });

  it('is judged again when the success arrives later', () => {
    const first = refused(login(), 403, WANTS_SCOPE);
    expect(snapshotOf(first).flows[0]?.verdict.sign).toBe('bad');
    const { flows } = snapshotOf([...second, ...first]);
    expect(flows.map(({ verdict }) => verdict.sign)).toEqual(['good', 'good']);
  });
});
