// Builds and packs the archives for both stores. The same sources give the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { root, run } from './lib/run.mjs';

/** A fixed time keeps the archive reproducible. Zip has none before 1980. */
const MODIFIED = new Date('2026-01-01T00:00:00Z');

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} folder @param {string} archive */
function pack(folder, archive) {
  const entries = filesOf(folder).map((file) => [
    relative(folder, file).split(sep).join('/'),
    [new Uint8Array(readFileSync(file)), { mtime: MODIFIED }],
  ]);
  const bytes = zipSync(Object.fromEntries(entries), { level: 9 });
  writeFileSync(archive, bytes);
  console.log(`${relative(root, archive)}: ${entries.length} files, ${bytes.length} bytes`);
}

const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
if (built !== 0) process.exit(built);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const browser of ['chrome', 'firefox']) {
  pack(join(root, 'dist', browser), join(root, 'dist', `grantscope-${version}-${browser}.zip`));
}
