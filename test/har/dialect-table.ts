/** What the comment of a dialect says of its program, by tag. */
export type Tags = Readonly<Record<string, string>>;

/** The columns of the table in `docs/har.md`, by tag. */
export const COLUMNS: Readonly<Record<string, string>> = {
  program: 'program',
  requestBodies: 'request bodies',
  responseBodies: 'response bodies',
  headers: 'headers',
  failures: 'failures',
  notes: 'and',
};

/** Reads the tags of the comment above the dialect. A tag ends where the next one begins. */
export function tagsOf(source: string): Tags {
  const comments = source.split('/**').map((part) => part.split('*/')[0] ?? '');
  const comment = comments.find((part) => part.includes('@program')) ?? '';
  const text = comment.replace(/^ *\* ?/gm, '').trim();
  return Object.fromEntries(
    text
      .split(/^@/m)
      .slice(1)
      .map((tag) => [
        /^\w+/.exec(tag)?.[0] ?? '',
        tag.replace(/^\w+/, '').replace(/\s+/g, ' ').trim(),
      ]),
  );
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page with another text between the two comments that name the part. */
export function withPart(page: string, part: string, text: string): string {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no part ${part}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
