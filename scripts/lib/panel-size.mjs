import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the panel may load, in bytes after gzip, until it shows its first flow. */
export const PANEL_BUDGET = 100_000;

/** @param {string} folder an unpacked extension */
function entryFiles(folder) {
  const html = readFileSync(join(folder, 'panels/oauth/index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
}

/** @param {string} folder @param {string} file */
function staticImports(folder, file) {
  if (!file.endsWith('.js')) return [];
  const code = readFileSync(join(folder, file), 'utf8');
  const imports = code.matchAll(/(?:^|[;}])import[^("'`]*["'`](\.\/[^"'`]+)["'`]/g);
  return [...imports].map((match) => join(dirname(file), match[1] ?? ''));
}

/**
 * The script that a module that is loaded later was put into.
 * @param {string} folder an unpacked extension @param {string} name
 */
function chunk(folder, name) {
  const files = readdirSync(join(folder, 'assets')).filter((file) => file.startsWith(`${name}-`));
  if (files.length !== 1) throw new Error(`${folder}: one chunk ${name} was expected`);
  return join('assets', String(files[0]));
}

/**
 * The files with all that they import at once.
 * @param {string} folder an unpacked extension @param {readonly string[]} entries
 */
function closure(folder, entries) {
  const files = new Set(entries);
  for (const file of files) for (const found of staticImports(folder, file)) files.add(found);
  return files;
}

/**
 * Bytes after gzip of what is loaded until the first flow is shown: by the page itself, and by the
 * analysis beyond that; then of the rest of the checks, which comes behind.
 * @param {string} folder an unpacked extension
 */
export function panelSize(folder) {
  const page = closure(folder, entryFiles(folder));
  const analysis = closure(folder, [chunk(folder, 'analysis')]);
  const rest = closure(folder, [chunk(folder, 'rest')]);
  return {
    page: sum(folder, [...page]),
    analysis: sum(
      folder,
      [...analysis].filter((file) => !page.has(file)),
    ),
    rest: sum(
      folder,
      [...rest].filter((file) => !page.has(file) && !analysis.has(file)),
    ),
  };
}

/** @param {string} folder @param {readonly string[]} files */
function sum(folder, files) {
  let size = 0;
  for (const file of files) size += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  return size;
}

/**
 * Bytes after gzip of every script of the extension.
 * @param {string} folder an unpacked extension
 */
export function wholeSize(folder) {
  const files = readdirSync(join(folder, 'assets')).map((name) => join('assets', name));
  return sum(folder, files);
}
