import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providers } from '../../../src/providers/registry/index.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Names of another thing: Markdown renderers, the sources of parameter names, who made a sanitizer. */
const OTHER_THINGS: readonly string[] = [
  'src/report/escape-markdown.ts',
  'src/report/markdown-tables.ts',
  'src/har/sanitizers/bracketed-words.ts',
  'src/oauth/registry/parameters.ts',
];

const NAMES = new RegExp(
  `\\b(?:${providers.map(({ name }) => name.replace(/^(?:Microsoft|Amazon) | ID$| Authorization Server$/g, '')).join('|')})\\b`,
);
const HOSTS = providers.flatMap(
  ({ hosts }) => hosts?.names.map((name) => name.replace('*.', '')) ?? [],
);

const files = ['src', 'panels'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${top}/${file}`)
    .filter((file) => !file.startsWith('src/providers/') && !OTHER_THINGS.includes(file)),
);

describe('the name of a provider', () => {
  it('is in its file and nowhere else', () => {
    const naming = files.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8').replaceAll('Google Chrome', '');
      const unescaped = text.replaceAll('\\.', '.');
      return NAMES.test(text) || HOSTS.some((host) => unescaped.includes(host));
    });
    expect(naming).toEqual([]);
  });
});
