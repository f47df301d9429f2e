import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The panel's budget in bytes after gzip; the analysis, which grows with every check, is a chunk of its own. */
export const PANEL_BUDGET = 100 * 1024;

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
 * Bytes after gzip of what the panel loads at once.
 * @param {string} folder an unpacked extension
 */
export function panelSize(folder) {
  const files = new Set(entryFiles(folder));
  for (const file of files) for (const found of staticImports(folder, file)) files.add(found);
  return sum(folder, [...files]);
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
