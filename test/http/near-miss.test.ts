import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearMiss } from '../../src/http/near-miss.ts';

const STATE = 'af0+fj/sld kj8%2BXq2';

describe('nearMiss', () => {
  it.each([
    ['photos.Read', 'photos.read', 'upper and lower case'],
    ['https://as.example.com/', 'https://as.example.com', 'slash added'],
    ['https://as.example.com', 'https://as.example.com/', 'slash missing'],
    ['https%3A%2F%2Fclient.example.com%2Fcb', 'https://client.example.com/cb', 'encoded again'],
    ['af0ifj+sld', 'af0ifj%2Bsld', 'not decoded'],
    ['af0 fj/sld', 'af0+fj/sld', 'plus became a space'],
    ['openid+profile', 'openid profile', 'space became a plus'],
    [' s6BhdRkqt3', 's6BhdRkqt3', 'white space added'],
    ['s6BhdRkqt3\n', 's6BhdRkqt3', 'white space added'],
    [' "s6BhdRkqt3"', 's6BhdRkqt3', 'quotes added'],
    ['“s6BhdRkqt3”', 's6BhdRkqt3', 'quotes added'],
    ['s6BhdR', 's6BhdRkqt3', 'cut at the end'],
    ['Rkqt3x', 's6BhdRkqt3x', 'cut at the beginning'],
    ['s6BhdRkqt3s6BhdRkqt3', 's6BhdRkqt3', 'doubled'],
    ['profil', 'profile', 'character missing'],
    ['readd', 'read', 'character added'],
    ['profale', 'profile', 'other character'],
    ['porfile', 'profile', 'characters swapped'],
  ])('%s for %s: %s', (sent, expected, miss) => {
    expect(nearMiss(sent, expected)).toBe(miss);
  });

  it.each([
    ['equal values', STATE, STATE],
    ['an empty value', '', STATE],
    ['nothing to compare with', STATE, ''],
    ['two values of their own', 'Zq8Yw3Lk0pVn5sXb', 'af0ifjsldkj8Xq2Z'],
    ['short names', 'a', 'b'],
    ['two letters that differ', 'prafale', 'profile'],
  ])('says nothing of %s', (_, sent, expected) => {
    expect(nearMiss(sent, expected)).toBeNull();
  });

  it('is quick with long values', () => {
    const long = 'x'.repeat(2_000_000);
    expect(nearMiss(`${long}a`, `${long}b`)).toBeNull();
  });

  it('never throws, and is null for equal values', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(nearMiss(one, one)).toBeNull();
        expect(() => nearMiss(one, other)).not.toThrow();
      }),
    );
  });
});
