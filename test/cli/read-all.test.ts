import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readAll } from '../../src/cli/read-all.ts';
import { LOGIN_PAGE, loginPageHar, requestHar } from '../helpers/login-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'grantscope-read-all-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function made(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The body of the last document in the last of the files. */
async function lastBody(...paths: readonly string[]) {
  const files = await readAll(paths);
  if (typeof files === 'string') throw new Error(files);
  return files.at(-1)?.exchanges.at(-1)?.response?.body;
}

it('uses the login servers of one file when it reads the next', async () => {
  const request = made('request.har', requestHar());
  const page = made('page.har', loginPageHar());
  expect(await lastBody(request, page)).toEqual({ text: LOGIN_PAGE });
  expect(await lastBody(page)).not.toEqual({ text: LOGIN_PAGE });
});
