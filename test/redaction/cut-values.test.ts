import { describe, expect, test } from 'vitest';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { finderOf } from '../../src/redaction/value-finder.ts';
import { conceal } from './concealed.ts';
import { exchange } from './recordings.ts';

const LETTERS = 'zbgyxpoqeutcyrdzsukdklkr';
const HEX = '2007418443a77b1e0d5c9f11111122222';
const SUBJECT = 'acme|3610d1635a36b29c8d4e5b7f2a';
const CAMEL = 'q7w2AbcdEfghIjklMnopQrst';
const SPECIAL = 'vE7jOJ+/= &%"\'<>\\é€😀i6-pgVCu';

/** A text without the values, which a recording has as passwords or the id of a user. */
function concealing(text: string): string {
  const passwords = [LETTERS, HEX, CAMEL, SPECIAL].map((password) => ({ password }));
  const all = [...passwords, { sub: SUBJECT }];
  const exchanges = all.map((one) => exchange({ text: JSON.stringify(one) }));
  return conceal(text, finderOf(collectRecording(exchanges, {})));
}

describe('a part of a value', () => {
  test.each([
    ['the end of letters', `ends with ...${LETTERS.slice(-14)} here`, 'ends with ...‹› here'],
    ['six letters', `ends with …${LETTERS.slice(-6)}.`, 'ends with …‹›.'],
    ['the end of digits', `"...${HEX.slice(-14)}"`, '"...‹›"'],
    ['the end of special characters', `(...${SPECIAL.slice(-20)})`, '(...‹›)'],
    ['the beginning of letters', `begins with ${LETTERS.slice(0, 7)}...`, 'begins with ‹›...'],
    ['the end in percent-encoding', `x=%2E%2E%2E${LETTERS.slice(-14)}&y`, 'x=%2E%2E%2E‹›&y'],
    ['five characters', `...${LETTERS.slice(-5)}`, `...${LETTERS.slice(-5)}`],
    ['a middle', `...${LETTERS.slice(-14, -2)}`, `...${LETTERS.slice(-14, -2)}`],
  ])('with an ellipsis: %s', (_, text, expected) => {
    expect(concealing(text)).toBe(expected);
  });

  test.each([
    ['the end of a subject', `user ${SUBJECT.slice(-12)} left`, 'user ‹› left'],
    ['the end of short words', `it was ${CAMEL.slice(-12)}`, 'it was ‹›'],
    ['the end in lower case', `it was ${CAMEL.slice(-12).toLowerCase()}`, 'it was ‹›'],
    ['the end of letters', `it was ${LETTERS.slice(-18)}`, 'it was ‹›'],
  ])('without one: %s', (_, text, expected) => {
    expect(concealing(text)).toBe(expected);
  });
});

test('many ellipses are read in bounded time', () => {
  const started = performance.now();
  for (const text of ['...', '…', '...a', `...${LETTERS.slice(4)}`, '... ; , ']) {
    concealing(text.repeat(5_000));
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
