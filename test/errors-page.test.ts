import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checks } from '../src/checks/registry/index.ts';
import { providers } from '../src/providers/registry/index.ts';
import { errorsPage } from './helpers/errors-page.ts';
import { expectFresh } from './helpers/fresh-page.ts';
import { readCases } from './helpers/http-cases.ts';

const withCases = checks.map((check) => {
  const path = join(import.meta.dirname, 'checks', check.stage, `${check.id}.http`);
  return { check, cases: readCases(readFileSync(path, 'utf8')) };
});
const page = errorsPage(withCases, providers);

it('is fresh', () => {
  expectFresh('docs/errors-by-what-you-see.md', page);
});

it('leads to every check', () => {
  const missing = checks.filter(({ stage, id }) => !page.includes(`(checks/${stage}/${id}.md)`));
  expect(missing.map(({ id }) => id)).toEqual([]);
});
