import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agreement, repeating } from '../../src/redaction/agreement.ts';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { finderOf } from '../../src/redaction/value-finder.ts';
import { expectLinear } from '../hostile/growth.ts';
import { exchange } from './recordings.ts';

const repetitive = (most: number) =>
  fc.array(fc.constantFrom('a', 'a', 'ab', 'aab'), { maxLength: most }).map((all) => all.join(''));

test('a text is compared at every place or some of them', () => {
  fc.assert(
    fc.property(repetitive(12), repetitive(40), fc.nat(3), (wanted, text, skip) => {
      const agreement = new Agreement(repeating(wanted), (index) => text.charCodeAt(index));
      for (let start = 0; start < text.length; start += 1 + (start % (skip + 1))) {
        let length = 0;
        while (length < wanted.length && wanted[length] === text[start + length]) length += 1;
        expect(agreement.lengthAt(start), `${wanted} in ${text} at ${start}`).toBe(length);
      }
    }),
  );
});

const finderFor = (value: string) => {
  const headers = ['Content-Type: application/x-www-form-urlencoded'];
  const body = `grant_type=refresh_token&client_secret=${encodeURIComponent(value)}`;
  return finderOf(collectRecording([exchange({ method: 'POST', headers, body })], {}));
};

test('a long value that repeats itself is found wherever it or much of it stands', () => {
  const piece = fc.constantFrom(
    'a'.repeat(300),
    'a'.repeat(7),
    'b'.repeat(40),
    'ab_9~7x.'.repeat(50),
  );
  const value = `${'a'.repeat(300)}${'b'.repeat(40)}${'ab_9~7x.'.repeat(50)}`;
  const find = finderFor(value);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), fc.boolean(), (pieces, upper) => {
      const plain = pieces.join('');
      const text = upper ? plain.toUpperCase() : plain;
      const shown = Array.from(text, () => false);
      for (const { start, end } of find(text)) shown.fill(true, start, end);
      for (let at = plain.indexOf(value); at >= 0; at = plain.indexOf(value, at + 1)) {
        expect(shown.indexOf(false, at), `${text} at ${at}`).toSatisfy(
          (first: number) => first < 0 || first >= at + value.length,
        );
      }
    }),
  );
});

test.each(['a', 'k7', '9fK2xQ7vLm4z'])('a value of many %s is found in linear time', (unit) => {
  expectLinear(
    (size) => {
      const value = `${unit.repeat(size / unit.length)}!`;
      return { find: finderFor(value), text: `-${value}${value}-${value.toUpperCase()}` };
    },
    9_600,
    ({ find, text }) => find(text),
  );
});
