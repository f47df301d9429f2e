import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

/** A page has no script and loads nothing but its style sheet. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'";

/** What only people who work on the project need. */
const INTERNAL = new Set(['architecture.md']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !INTERNAL.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * The place of a page, from the place of its Markdown file below `docs`. The page of a check has no
 * folder for its stage, because a finding names the check alone.
 */
export function pagePath(path: string): string {
  const flat = path.replace(/^checks\/[^/]+\//, 'checks/');
  return flat.replace(/(?:README)?\.md$/, (end) => (end === '.md' ? '.html' : 'index.html'));
}

/** Where a link leads in the extension; null for files of the project that it lacks. */
function target(href: string, from: string, known: ReadonlySet<string>): string | null {
  if (/^(?:https:|#)/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const file = posix.normalize(posix.join(posix.dirname(from), path));
  if (!known.has(file)) return null;
  const to = posix.relative(posix.dirname(pagePath(from)), pagePath(file));
  return fragment === undefined ? to : `${to}#${fragment}`;
}

/** One page of documentation as HTML. `known` are the Markdown files that are pages too. */
export function htmlPage(markdown: string, path: string, known: ReadonlySet<string>): string {
  const reader = new Marked();
  reader.use({
    renderer: {
      link({ href, tokens }: Tokens.Link) {
        const text = this.parser.parseInline(tokens);
        const to = target(href, path, known);
        if (to === null) return text;
        const outside = /^https:/.test(to) ? ' rel="noopener noreferrer"' : '';
        return `<a href="${escaped(to)}"${outside}>${text}</a>`;
      },
      /** Headings are targets of links. */
      heading({ tokens, depth, text }: Tokens.Heading) {
        const words = this.parser.parseInline(tokens);
        const id = text
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-');
        return `<h${depth} id="${id}">${words}</h${depth}>\n`;
      },
      image: ({ text }: Tokens.Image) => escaped(text),
      /** Comments are for people who change the Markdown. Other markup is text. */
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (text.startsWith('<!--') ? '' : escaped(text)),
    },
  });
  const title = /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? 'Grantscope';
  const up = '../'.repeat(pagePath(path).split('/').length - 1);
  const menu = [
    ['errors-by-what-you-see.html', 'Errors by what you see'],
    ['checks/index.html', 'Checks'],
    ['providers/index.html', 'Providers'],
    ['using-the-tab.html', 'Using the tab'],
  ].map(([href, text]) => `<a href="${up}${href}">${text}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Grantscope</title>
<link rel="stylesheet" href="${up}pages.css">
</head>
<body>
<nav>${menu.join(' · ')}</nav>
<main>
${reader.parse(markdown)}</main>
</body>
</html>
`;
}

/** Puts the documentation below `docs` of the extension, as pages without any script. */
export function pages(root: string): Plugin {
  const docs = join(root, 'docs');
  return {
    name: 'pages',
    generateBundle() {
      const paths = markdownIn(docs);
      const known = new Set(paths);
      const emit = (name: string, source: string): void =>
        void this.emitFile({ type: 'asset', fileName: `docs/${name}`, source });
      for (const path of paths)
        emit(pagePath(path), htmlPage(readFileSync(join(docs, path), 'utf8'), path, known));
      emit('pages.css', readFileSync(join(root, 'scripts/lib/pages.css'), 'utf8'));
    },
  };
}
