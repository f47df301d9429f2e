import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlPage, pagePath } from '../../scripts/lib/pages.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const paths = readdirSync(DOCS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => relative(DOCS, join(entry.parentPath, entry.name)))
  .filter((path) => path !== 'architecture.md');
const known = new Set(paths);
const pageOf = (path: string): string =>
  htmlPage(readFileSync(join(DOCS, path), 'utf8'), path, known);

describe('the pages in the extension', () => {
  it('have each a place of their own', () => {
    const places = paths.map(pagePath);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('link only to pages that are there', () => {
    const places = new Set(paths.map(pagePath));
    const broken = paths.flatMap((path) =>
      [...pageOf(path).matchAll(/<a href="([^"#]+)/g)]
        .map(([, href = '']) => href)
        .filter((href) => !href.startsWith('https://'))
        .map((href) => posix.normalize(posix.join(posix.dirname(pagePath(path)), href)))
        .filter((place) => !places.has(place)),
    );
    expect(broken).toEqual([]);
  });

  it('have no script and no image', () => {
    for (const path of paths) expect(pageOf(path)).not.toMatch(/<(?:script|img|iframe)\b/i);
  });

  it('show markup in a text as text', () => {
    const page = htmlPage('# A\n\n<b onclick="x()">b</b>\n\n`<i>`', 'a.md', known);
    expect(page).not.toContain('<b ');
    expect(page).not.toContain('<i>');
  });

  it('keep links to headings', () => {
    const page = htmlPage('# A\n\n[there](#not-seen)\n\n## Not seen', 'a.md', known);
    expect(page).toContain('href="#not-seen"');
    expect(page).toContain('id="not-seen"');
  });

  it('name no check twice, because a finding names its check alone', () => {
    expect(pagePath('checks/token-response/x.md')).toBe('checks/x.html');
    expect(pagePath('checks/README.md')).toBe('checks/index.html');
  });
});
