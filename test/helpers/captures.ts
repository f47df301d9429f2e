import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';

/** Tests of the panel have a document, so `import.meta.url` is no file there. */
const FOLDER = join(import.meta.dirname, '../captures');

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.har'))
  .sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));

/** The folders of the playground come first. */
function depthOf(path: string): number {
  return path.split('/').length;
}

/** The capture of one scenario by one recorder. */
export interface Capture {
  /** Path below `test/captures`. */
  readonly path: string;
  /** Name of its folder: a browser, or `clients` if a proxy alone recorded. */
  readonly folder: string;
  /** Name of its scenario. */
  readonly name: string;
}

/** All captures: of the playground, then between servers, then of Keycloak. */
export const captures: readonly Capture[] = files.map((path) => ({
  path,
  folder: dirname(path),
  name: basename(path).replace(/(?:\.browser|\.backend)?\.har$/, ''),
}));

/** The captures of both browsers, of the playground or of Keycloak. */
export function exportsOf(server: 'playground' | 'keycloak') {
  const below = server === 'keycloak' ? 'keycloak/' : '';
  return (['chromium', 'firefox'] as const satisfies readonly BrowserName[]).flatMap((browser) =>
    captures
      .filter(({ folder }) => folder === `${below}${browser}`)
      .map((capture) => ({ ...capture, browser })),
  );
}

/** The text of a capture, by its path below `test/captures`. */
export function textOf(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8');
}

/** The exchanges of a capture. A proxy is another source than a browser. */
export function exchangesOf(path: string): readonly Exchange[] {
  return exchangesIn(textOf(path), path);
}

/** The exchanges of a capture whose text was changed. */
export function exchangesIn(text: string, path: string): readonly Exchange[] {
  const har = readHar(text, { file: path, source: path.endsWith('.backend.har') ? 1 : 0 });
  if (!har.ok) throw new Error(`${path}: ${har.message}`);
  return har.exchanges;
}
