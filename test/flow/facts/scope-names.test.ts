import { describe, expect, it } from 'vitest';
import { misspeltScopes } from '../../../src/flow/facts/scope-names.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { APP, AS, spa } from '../../traffic/clients.ts';
import { call, frontChannel } from '../../traffic/sketch.ts';

const flowWith = (scopes: readonly string[]) => {
  const metadata = call(-1, APP, `${AS}/.well-known/openid-configuration`, {
    answerBody: { issuer: AS, authorization_endpoint: `${AS}/authorize`, scopes_supported: scopes },
  });
  const { flow } = snapshotOf([metadata, ...frontChannel(spa)]).flows[0] ?? {};
  if (!flow) throw new Error('no flow');
  return flow;
};

describe('misspeltScopes', () => {
  it.each([
    ['a letter', 'orders.raed', { name: 'orders.raed', meant: 'orders.read', source: 'metadata' }],
    [
      'another order',
      'read:orders',
      { name: 'read:orders', meant: 'orders.read', source: 'metadata' },
    ],
    ['a scope of the standard', 'emial', { name: 'emial', meant: 'email', source: 'standard' }],
  ])('finds %s', (_, scope, found) => {
    expect(misspeltScopes(flowWith(['openid', 'orders.read']), `openid ${scope}`)).toEqual([found]);
  });

  it('leaves known and unrelated names alone', () => {
    expect(misspeltScopes(flowWith(['orders.read']), 'orders.read reports')).toEqual([]);
  });

  it('compares a limited number of names', () => {
    const known = 'orders.read';
    const sent = [...known]
      .flatMap((_, at) => [...'qxzjw'].map((one) => known.slice(0, at) + one + known.slice(at + 1)))
      .concat([...'qxzjw'].map((one) => known + one))
      .join(' ');
    expect(misspeltScopes(flowWith(['orders.read']), sent)).toHaveLength(50);
  });
});
