import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIALECTS } from '../../src/har/known-dialects.ts';
import { expectFresh } from '../helpers/fresh-page.ts';
import { COLUMNS, table, tagsOf, withPart } from './dialect-table.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const programs = [...DIALECTS.keys()]
  .map((name) => ({ name, tags: tagsOf(textOf(`src/har/dialects/${name}.ts`)) }))
  .sort((a, b) => (a.tags.program ?? '').localeCompare(b.tags.program ?? '', 'en'));

it.each(programs)('the comment of $name says what the program keeps and how to export', (one) => {
  const required = Object.keys(COLUMNS).filter((tag) => tag !== 'notes');
  for (const tag of [...required, 'export']) expect(one.tags[tag], `@${tag}`).toBeTruthy();
});

it('docs/har.md has a row for each dialect', () => {
  const kept = programs.map(({ tags }) => Object.keys(COLUMNS).map((tag) => tags[tag] ?? ''));
  const exports = programs.map(({ tags }) => [tags.program ?? '', tags.export ?? '']);
  const page = withPart(textOf('docs/har.md'), 'kept', table(Object.values(COLUMNS), kept));
  expectFresh('docs/har.md', withPart(page, 'exports', table(['program', 'how'], exports)));
});
