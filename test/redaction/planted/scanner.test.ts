import { describe, expect, test } from 'vitest';
import { ENCODINGS } from './encodings.ts';
import { rngOf } from './rng.ts';
import { nothingKnown, valuesIn } from './scanner.ts';
import { PERSONAL, SECRETS } from './values.ts';

const what = 'the value';

describe.each(Object.entries({ ...SECRETS, ...PERSONAL }))('the scanner finds %s', (_, write) => {
  test.each(Object.entries(ENCODINGS))('in %s', (_, encode) => {
    const value = write(rngOf(7));
    const text = `{"before": 1, "text": "${encode(value)}", "after": 2}`;
    expect(valuesIn(text, [{ what, value }])).toEqual([what]);
    expect(valuesIn(text, [{ what, value: `${value}x` }])).toEqual([]);
  });
});

test('the scanner finds what another text had deeper inside', () => {
  const value = SECRETS.token(rngOf(7));
  const inner = Buffer.from(`id=${value}`).toString('base64');
  let deep = inner;
  for (let depth = 0; depth < 4; depth += 1) deep = Buffer.from(`a:${deep}`).toString('base64');
  const known = nothingKnown();
  expect(valuesIn(`x ${deep}`, [{ what, value }], known)).toEqual([]);
  expect(valuesIn(`y ${inner}`, [{ what, value }], known)).toEqual([what]);
});
