import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/oauth/values/placeholder.ts';

describe('isPlaceholder', () => {
  it.each([
    '[code redacted]',
    '[REDACTED]',
    'REDACTED',
    'Redacted-by-sanitizer',
    '<removed>',
    'value masked',
    '***',
    '••••••••',
    'xxxx',
    'XXXXXXXX',
    '####',
    'eyJ***',
    'abc…xyz',
    '‹code-1›',
    '‹id-token-12›',
  ])('%s', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    '',
    'xx',
    'SplxlOBeZQQYbYS6WxSbIA',
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    '2YotnFZFEjr1zCsicMWpAA==',
    'undefined',
    'null',
    'remover',
    '0000000000',
  ])('not %j', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});
