import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import {
  cibaLogin,
  crossAppChain,
  deviceLogin,
  mcpChain,
  nonceRetries,
} from '../flow/recordings.ts';
import { login } from '../helpers/exchanges.ts';
import { analyse, metadata } from './analysed.ts';

function shape(exchanges: readonly Exchange[]) {
  return analyse(exchanges).flows.map(({ flow, outcome, findings }) => ({
    id: flow.id,
    grant: flow.grant,
    parent: flow.parent,
    server: flow.authorizationServer,
    metadata: flow.metadata?.exchange.id,
    outcome,
    messages: flow.messages.map(({ kind, exchange: { id } }) => `${kind} ${id}`),
    findings: findings.map(({ check, message }) => `${check} ${message}`),
  }));
}

describe('the order of arrival', () => {
  it('does not change the flows, nor do repetitions', () => {
    const recording = [
      ...login({ state: 'state-of-first-one', code: 'code-of-first-one' }),
      ...login({ at: 1, state: 'state-of-second', code: 'code-of-second1', frame: 'iframe' }),
      ...login({ at: 30, state: 'state-of-third-one', code: 'code-of-third-one', client: 'other' }),
      metadata(-1),
      metadata(29.5),
    ];
    const expected = shape(recording);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(recording, { minLength: recording.length }),
        fc.subarray(recording),
        (shuffled, repeated) => {
          expect(shape([...shuffled, ...repeated])).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not change the chains, nor do repetitions', () => {
    const recording = [
      ...deviceLogin(0, 'tv-one'),
      ...deviceLogin(3, 'tv-two'),
      ...cibaLogin(1, 'bank'),
      ...crossAppChain(100, 'ada'),
      ...crossAppChain(104, 'bob'),
      ...mcpChain(300, 'maps'),
      ...mcpChain(330, 'mail'),
      ...nonceRetries(500, 'one'),
      ...nonceRetries(500.05, 'two'),
    ];
    const expected = shape(recording);
    expect(expected.map(({ grant, messages }) => `${grant} ${messages.length}`)).toEqual([
      'device_code 7',
      'ciba 4',
      'device_code 7',
      'authorization_code 6',
      'authorization_code 6',
      'token_exchange 1',
      'jwt_bearer 2',
      'token_exchange 1',
      'jwt_bearer 2',
      'logout 1',
      'authorization_code 12',
      'logout 1',
      'authorization_code 12',
      'authorization_code 3',
      'authorization_code 3',
      'client_credentials 2',
      'client_credentials 2',
    ]);
    expect(expected.filter(({ parent }) => parent !== null)).toHaveLength(6);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(recording, { minLength: recording.length }),
        fc.subarray(recording),
        (shuffled, repeated) => {
          expect(shape([...shuffled, ...repeated])).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  }, 30_000);
});
