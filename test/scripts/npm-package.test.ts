import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixture, grantscope } from '../cli/command.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'grantscope-package-'));
let files: readonly string[] = [];

interface Pack {
  readonly files: readonly { readonly path: string }[];
}

/** Puts the files that npm would publish into an empty folder, with the libraries beside them. */
beforeAll(async () => {
  // The first run builds the program.
  await grantscope(['--help']);
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' })) as [Pack];
  files = packed.files.map(({ path }) => path);
  for (const file of files) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): string {
  const program = join(folder, 'scripts', 'grantscope.mjs');
  return execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
}

test('the package holds the program, and no sources, tests or recordings', () => {
  const known =
    /^(?:LICENSE|README\.md|package\.json|scripts\/grantscope\.mjs|dist\/cli\/[\w-]+\.mjs)$/;
  expect(files.filter((file) => !known.test(file))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'scripts/grantscope.mjs', 'dist/cli/grantscope.mjs']),
  );
});

test('it holds what package.json names, and installs only what the program loads', () => {
  const { bin, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(files).toContain(bin.grantscope);
  const parts = readdirSync(join(folder, 'dist/cli'));
  const text = parts.map((name) => readFileSync(join(folder, 'dist/cli', name), 'utf8')).join('\n');
  const loaded = [...text.matchAll(/(?:from|import)\s*\(?["'`]([@a-z][^"'`]*)["'`]/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect([...new Set(loaded)].sort()).toEqual(Object.keys(dependencies).sort());
});

test('the program runs where there are no sources', () => {
  expect(run('--help')).toContain('Usage: grantscope COMMAND');
  expect(run('analyze', '--help')).toContain('--format');
  expect(run('curl', fixture('failing-login.har'), '--flow', '1', '--step', '1')).toContain('curl');
});

test('the file that starts is small, because each command is loaded when it is called', () => {
  const start = readFileSync(join(folder, 'dist/cli/grantscope.mjs'));
  expect(start.length).toBeLessThan(10_000);
});
