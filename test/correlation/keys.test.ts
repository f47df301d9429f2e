import { describe, expect, test } from 'vitest';
import { isIssuedKey, issuedKeyOf, isValueKey, key } from '../../src/correlation/keys.ts';

describe('keys', () => {
  test('an auth_req_id is issued, and a CIBA poll uses it, not a device code', () => {
    expect(isIssuedKey(key.authReqId('r-1'))).toBe(true);
    expect(issuedKeyOf(key.polledAuthReqId('r-1'))).toBe(key.authReqId('r-1'));
    expect(issuedKeyOf(key.polledDevice('d-1'))).toBe(key.device('d-1'));
  });

  test('a value keeps its spaces', () => {
    expect(issuedKeyOf(key.usedCode('a b'))).toBe(key.code('a b'));
  });

  test('a value is never mistaken for a place', () => {
    expect(isValueKey(key.state('endpoint https://as.example.com/'))).toBe(true);
    expect(isValueKey(key.endpoint('https://as.example.com/'))).toBe(false);
  });
});
