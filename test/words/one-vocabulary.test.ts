import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NAMES =
  'Basis|BodyLoss|Certainty|FailureReason|Grant|GapKind|MessageKind|Outcome|Owner|Severity';
/** A table of texts for one of the things that have a word. */
const TABLE = new RegExp(
  `(?:Record|Map)<\\s*(?:\\w+\\['(?:kind|grant|outcome|owner|severity|basis)'\\]|${NAMES})\\s*,\\s*string>`,
);

const files = ['src', 'panels'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => posix.join(top, file)),
);

describe('each thing has one word', () => {
  test('no file outside of src/words has a table of words for them', () => {
    const tables = files.filter((file) => TABLE.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(tables.filter((file) => !file.startsWith('src/words/'))).toEqual([]);
    expect(tables).toContain('src/words/failures.ts');
  });
});
