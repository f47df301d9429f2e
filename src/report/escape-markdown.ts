import { plain } from './plain.ts';

/** Characters with a meaning in CommonMark, anywhere in a line. */
const SPECIAL = /[\\`*{}[\]<>#|~&!$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Bare addresses and mentions become links at GitHub and GitLab. */
const LINKING = /:(?=\/\/)|@(?=\w)/g;

/** Escapes text from the network as Markdown that renders as exactly that text, on one line. */
export function escapeMarkdown(text: string): string {
  const line = plain(text).replace(SPECIAL, '\\$&').replace(LINKING, linked);
  // Beginnings of lists, quotes, headings, tables and thematic breaks.
  return line
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+=:>])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

function linked(sign: string): string {
  return sign === ':' ? '\\:' : '&#64;&#8288;';
}

/** A code span (CommonMark 6.1) with exactly that text. */
export function codeSpan(text: string): string {
  const line = plain(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$|^ .* $/.test(line) || line === '' ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** Text for a Mermaid diagram: letters, digits and the few characters without a meaning there. */
export function mermaidText(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ._/‹›+✖⚠-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .trim();
}
