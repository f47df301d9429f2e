import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, base64url } from '../../src/http/base64.ts';
import { hex, s256, sha256Bytes } from '../../src/http/digest.ts';
import { nearMiss } from '../../src/http/near-miss.ts';
import { weakness } from '../../src/oauth/values/randomness.ts';
import { Collection } from '../../src/redaction/collect.ts';
import type { Replacement } from '../../src/redaction/replacement.ts';
import { StandIns } from '../../src/redaction/stand-ins.ts';
import { seeded } from '../corpus/random.ts';

const SECRET: Replacement = { class: 'one-time', label: 'code' };
const PERSON: Replacement = { class: 'personal', label: 'person' };

/** The stand-ins of some values that were collected together. */
function standInsOf(
  values: readonly string[],
  replacement = SECRET,
  name = 'code',
): readonly string[] {
  const collection = new Collection();
  for (const value of values) collection.note(value, name, replacement);
  const random = seeded(1);
  const standIns = new StandIns(collection, (limit) => random.below(limit), new Map());
  return values.map((value) => {
    const secret = collection.secrets.get(value);
    return secret ? standIns.of(secret) : value;
  });
}

const standInOf = (value: string, replacement = SECRET): string =>
  standInsOf([value], replacement)[0] ?? '';

describe('a stand-in', () => {
  it.each([
    ['letters and digits', 'SplxlOBeZQQYbYS6WxSbIA', /^[A-Za-z0-9]{22}$/],
    ['hexadecimal', '9f86d081884c7d659a2feaa0c55ad015', /^[0-9a-f]{32}$/],
    ['digits', '48151623', /^[1-9]\d{7}$/],
    [
      'a GUID',
      'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    ['the mark of a provider', 'gho_16C7e42F292c6912E7710c838347Ae178B4a', /^gho_[A-Za-z0-9]{36}$/],
    ['a user code', 'WDJB-MJHT', /^[A-Z]{4}-[A-Z]{4}$/],
    ['special characters', 'a/b+c~d%e=f9Xq2Zt7Vw1n==', /^\w\/\w\+\w~\w%\w=\w{12}==$/],
  ])('has the alphabet and the length of %s', (_, value, shape) => {
    const standIn = standInOf(value);
    expect(standIn).toMatch(shape);
    expect(standIn).not.toBe(value);
  });

  it('begins with what it stands for, where a value is long enough', () => {
    expect(standInOf('gW7mK2xQ9vR4tY8uP1oL5sD3fH6jZ0cB_nX-aE')).toMatch(/^code-1-/);
  });

  it('is as weak as its value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x21-\x7E]{4,60}$/), (value) => {
        expect(weakness(standInOf(value))).toBe(weakness(value));
      }),
      { numRuns: 300 },
    );
  });

  it('is another one for each value, however few there are of its shape', () => {
    const values = Array.from({ length: 10 }, (_, index) => String(index));
    const standIns = standInsOf(values);
    expect(new Set(standIns).size).toBe(10);
    for (const standIn of standIns) expect(values).not.toContain(standIn);
  });

  it.each([
    ['a mail address', 'jane.doe@corp.test', /^person-\d+@example\.com$/],
    ['an address of IPv4', '203.0.114.9', /^192\.0\.2\.\d+$/],
    ['a telephone number', '+49 170 1234567', /^\+1\d{3}55501\d\d$/],
    ['an account of a domain', 'CORP\\jdoe', /^EXAMPLE\\person-\d+$/],
    ['a name', 'Jane Doe', /^person-\d+$/],
    ['a name with other letters', 'Jürgen', /^persön-\d+$/],
  ])('shows nothing of %s', (_, value, shape) => {
    expect(standInOf(value, PERSON)).toMatch(shape);
  });
});

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('what one value is to another, its stand-in is to the other stand-in', () => {
  it.each([
    ['S256', s256],
    ['S256 with padding', (value: string) => `${s256(value)}=`],
    ['base64', (value: string) => base64(sha256Bytes(value))],
    ['hexadecimal', (value: string) => hex(sha256Bytes(value))],
    [
      'hexadecimal in base64url',
      (value: string) => base64url(new TextEncoder().encode(hex(sha256Bytes(value)))),
    ],
    ['a hash of the hash', (value: string) => s256(s256(value))],
    ['percent-encoding', encodeURIComponent],
    ['base64 of itself', (value: string) => btoa(value)],
  ])('%s', (_, derive) => {
    const value = derive === encodeURIComponent ? 'a/b+c9Xq2Zt7Vw1n==' : VERIFIER;
    const [first = '', second] = standInsOf([value, derive(value)], SECRET, 'code_verifier');
    expect(second).toBe(derive(first));
  });

  const CODE = 'SplxlOBeZQQYbYS6WxSbIA8q';
  it.each([
    ['cut at the end', CODE.slice(0, 15)],
    ['cut at the beginning', CODE.slice(6)],
    ['doubled', CODE + CODE],
    ['slash added', `${CODE}/`],
    ['quotes added', `"${CODE}"`],
    ['upper and lower case', CODE.toLowerCase()],
    ['character added', `${CODE.slice(0, 9)}x${CODE.slice(9)}`],
    ['character missing', CODE.slice(0, 9) + CODE.slice(10)],
    ['other character', `${CODE.slice(0, 9)}9${CODE.slice(10)}`],
    ['encoded again', 'a%2Fb%2Bc9Xq2Zt7Vw1n'],
    ['plus became a space', 'a/b c9Xq2Zt7Vw1n'],
  ])('%s', (miss, sent) => {
    const expected = sent.startsWith('a') ? 'a/b+c9Xq2Zt7Vw1n' : CODE;
    expect(nearMiss(sent, expected)).toBe(miss);
    const [first = '', second = ''] = standInsOf([expected, sent]);
    expect(nearMiss(second, first)).toBe(miss);
    const [other = '', one = ''] = standInsOf([sent, expected]);
    expect(nearMiss(other, one)).toBe(miss);
  });

  it('a value stands inside a longer one', () => {
    const [state = '', whole = ''] = standInsOf([CODE, `${CODE}|https://app.example.com/home`]);
    expect(whole).toBe(`${state}|https://app.example.com/home`);
  });

  it.each([
    ['behind it', CODE.slice(0, 12), `${CODE.slice(0, 12)}thOmJzvk1eAm4kKhUu`],
    ['before it', '%"\'<>é€fJKrsguD', 'YPJvDz+/= &%"\'<>é€fJKrsguD'],
    ['beside it, in one case', CODE, `hwwvxukj${CODE}pqgxvtgp`],
  ])('what is random %s is random in the stand-in too', (_, inner, value) => {
    const [part = '', whole = ''] = standInsOf([inner, value]);
    expect(whole).toContain(part);
    for (const piece of value.replace(inner, ' ').match(/[A-Za-z0-9]+/g) ?? []) {
      expect(whole).not.toContain(piece);
    }
  });

  it('a password around another value keeps no word', () => {
    const password: Replacement = { class: 'secret', label: 'password' };
    const [, whole = ''] = standInsOf([CODE, `horse|battery|${CODE}`], password, 'password');
    expect(whole).not.toMatch(/horse|battery/);
  });
});
