import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { tokenEntry } from './files.ts';

const OPTIONS = { file: 'app.har', source: 0 };

/** Parts of an entry that look like the place between two entries. */
const DECOYS: readonly unknown[] = [
  [{ startedDateTime: 'a' }, { startedDateTime: 'b' }],
  '},{"startedDateTime":"',
  '"}},{"startedDateTime":',
  '},\n      {\n        "startedDateTime":',
  [[{}], { startedDateTime: { startedDateTime: null } }],
  null,
];

const entries = fc.array(
  fc.record({ decoy: fc.constantFrom(...DECOYS), first: fc.boolean(), broken: fc.boolean() }),
  { maxLength: 12 },
);

function entryText(number: number, decoy: unknown, first: boolean, space: number): string {
  const entry = tokenEntry(number);
  return JSON.stringify(
    first ? { _decoy: decoy, ...entry } : { ...entry, _decoy: decoy },
    null,
    space,
  );
}

describe('where an entry ends', () => {
  it('is found even if its content looks like an end', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(0, 2), (list, space) => {
        const texts = list.map(({ decoy, first, broken }, number) => {
          const text = entryText(number, decoy, first, space);
          return broken ? text.replace('{', '{"broken":tru,') : text;
        });
        const gap = space === 0 ? ',' : ',\n      ';
        const result = readHar(`{"log":{"entries":[${texts.join(gap)}]}}`, OPTIONS);
        if (!result.ok) {
          expect(list.map(({ broken }) => broken)).not.toContain(false);
          return;
        }
        const whole = list.flatMap(({ broken }, number) => (broken ? [] : [`0:${number}`]));
        expect(result.exchanges.map(({ id }) => id)).toEqual(whole);
        expect(result.exchanges.map(({ request }) => request.url)).toEqual(
          whole.map((id) => `https://as.example.com/token?n=${id.slice(2)}`),
        );
        expect(result.warnings).toHaveLength(list.length - whole.length);
      }),
    );
  });
});
