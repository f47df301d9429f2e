import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../src/checks/registry/index.ts';

const ROOT = join(import.meta.dirname, '..');
const ids = checks.map(({ id }) => id);

const files = ['src', 'panels']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/checks/'));

/** Comments, and where a pattern was seen: a case file has the name of its check. */
const NO_CODE = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*|test\/checks\/[a-z/-]+\.http/g;

/** The ids that code names, in full or by a common prefix. */
function idsIn(source: string): readonly string[] {
  const code = source.replace(NO_CODE, '');
  const words = code.match(/[a-z0-9]+(?:-[a-z0-9]+)+-?|(?<=['"`])[a-z0-9]+-(?=['"`])/g) ?? [];
  return words.filter((word) =>
    word.endsWith('-') ? ids.some((id) => id.startsWith(word)) : ids.includes(word),
  );
}

describe('the id of a check', () => {
  it.each([
    ["if (check.startsWith('cors-')) {", ['cors-']],
    ['const text = `see ' + '$' + '{check} or state-mismatch`;', ['state-mismatch']],
    ['<p title="pkce-missing" />', ['pkce-missing']],
    ['/** As state-mismatch does. */ // and pkce-missing', []],
    ["{ where: 'test/checks/id-token/id-token-expired.http' }", []],
  ])('is found in %s', (source, found) => {
    expect(idsIn(source)).toEqual(found);
  });

  it.each(files)('is not in %s', (file) => {
    expect(idsIn(readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
  });
});
