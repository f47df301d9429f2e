import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../src/gate/gate.ts';

const VALUE = 'SplxlOBeZQQYbYS6WxSbIA';
const field = (name: string, value: string): string => JSON.stringify({ name, value });
const HEADERS = [field('accept', '*/*'), field('user-agent', 'Mozilla/5.0 (X11; Linux x86_64)')];
const entry = (...more: readonly string[]): string =>
  `{"request":{"headers":[${[...HEADERS, ...more].join()}]}}`;
const har = (...entries: readonly string[]): string =>
  `{"log":{"entries":[\n${entries.join(',\n')}\n]}}`;
const placesOf = (text: string, value: string, names: readonly string[] = [], isWord = false) =>
  findLeaks(text, [{ name: '‹code-1›', value, names, isWord }]).map(({ line }) => line);

describe('in a text that repeats itself, a value is found', () => {
  test.each([
    ['as it is', VALUE],
    ['in base64', btoa(`code is ${VALUE}`)],
    ['percent-encoded', VALUE.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`)],
    ['in hexadecimal', Buffer.from(VALUE).toString('hex')],
  ])('%s, between what other entries have too', (_, written) => {
    const text = har(entry(), entry(), entry(field('x-note', written)), entry());
    expect(placesOf(text, VALUE)).toEqual([4]);
  });

  test('in the first and in each later entry', () => {
    const text = har(entry(field('x-note', VALUE)), entry(), entry(field('x-note', VALUE)));
    expect(placesOf(text, VALUE)).toEqual([2, 4]);
  });

  test.each([
    ['objects', '{"a":"k7Xq2mVt"},{"b":"9RfLz4Wp"}'],
    ['members', '{"a":"k7Xq2mVt","b":"9RfLz4Wp"}'],
    ['lines', 'k7Xq2mVt\n9RfLz4Wp'],
  ])('that consists of %s, though each of them stood there alone before', (_, value) => {
    const alone = value.split(/\n|,(?=["{])/).join(';\n');
    expect(placesOf(`${alone}\n${alone}\nx=${value}`, value)).not.toEqual([]);
    expect(placesOf(`${alone}\n${alone}`, value)).toEqual([]);
  });

  test('beside its name, though another name had the same value before', () => {
    const [theme, other] = ['theme', 'other'].map((name) => entry(field(name, 'dark')));
    expect(placesOf(har(`${other}`, `${theme}`), 'dark', ['theme'], true)).toEqual([3]);
    expect(placesOf(har(`${other}`, `${other}`), 'dark', ['theme'], true)).toEqual([]);
  });
});
