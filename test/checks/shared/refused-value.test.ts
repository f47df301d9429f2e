import { describe, expect, it } from 'vitest';
import { refusedValue } from '../../../src/checks/shared/refused-value.ts';

describe('a claim that an API refused', () => {
  it.each([
    ['jwt audience invalid. expected: https://b.test/', 'https://b.test/'],
    ['expected audience "api-2" got ["api-1"]', 'api-2'],
    ['issuer a.test does not match expected issuer: https://b.test', 'https://b.test'],
    ["Invalid token issuer. Expected 'http://b.test', but was 'api-1'", 'http://b.test'],
    ["Audiences: 'api-1'. Did not match: validationParameters.ValidAudience: 'api-2'", 'api-2'],
    ["The audience 'api-1' is invalid", null],
    ["ValidAudience: 'null'", null],
    ['unexpected "aud" claim value', null],
    ['expected a valid audience', null],
    ['Invalid audience', null],
  ])('%s', (words, wanted) => {
    expect(refusedValue('aud', ['api-1'], words).wanted).toBe(wanted);
  });

  it('is compared with what the API wants', () => {
    const { told, isNear } = refusedValue('iss', ['https://a.test'], 'expected https://a.test/');
    expect(told).toBe(
      'The token has iss "https://a.test", the API wants "https://a.test/" (it lacks the slash at the end)',
    );
    expect(isNear).toBe(true);
  });

  it('may be missing', () => {
    expect(refusedValue('aud', [], null).told).toBe('The token has no aud');
  });
});
