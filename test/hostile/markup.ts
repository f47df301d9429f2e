const DIAGRAM = /```mermaid\n([\s\S]*?)\n```/g;
const RUN = /`+/y;
/** Text that CommonMark or GitHub would render: tags, images, links, mentions, raw addresses. */
const LIVE =
  /<[A-Za-z!/?][^>\n]{0,40}|!\[[^\n]{0,40}|\]\((?!https:\/\/)[^\n]{0,40}|\]\(https:\/\/evil|(?<!\]\()https?:\/\/[^\n]{0,40}|@[A-Za-z]{1,20}/g;

/** What the report itself folds away. */
const OWN =
  /^(?:<\/?details>|<summary>(?:Parameters and responses|Placeholders|(?:Other )?[Tt]okens|(?:Other )?[Cc]ookies(?: of the login)?)<\/summary>)$/;

/** Lines of the Mermaid diagrams of a Markdown page. */
export function diagramLines(markdown: string): readonly string[] {
  return [...markdown.matchAll(DIAGRAM)].flatMap(([, diagram = '']) => diagram.split('\n'));
}

/**
 * The parts of a Markdown page that would be rendered as more than text. Code spans and escapes are
 * text.
 */
export function liveMarkup(markdown: string): readonly string[] {
  const found: string[] = [];
  for (const line of markdown.replaceAll(DIAGRAM, '').split('\n')) {
    if (OWN.test(line)) continue;
    found.push(...[...readable(line).matchAll(LIVE)].map(([live]) => live));
  }
  return found;
}

/** A line without its code spans (CommonMark 6.1) and with its escapes (2.4) taken out. */
function readable(line: string): string {
  let text = '';
  let at = 0;
  while (at < line.length) {
    if (line[at] === '\\') {
      text += '·';
      at += 2;
      continue;
    }
    RUN.lastIndex = at;
    const fence = RUN.exec(line)?.[0];
    if (fence === undefined) {
      text += line[at] ?? '';
      at += 1;
      continue;
    }
    at = endOfSpan(line, at, fence) ?? at + fence.length;
  }
  return text;
}

function endOfSpan(line: string, start: number, fence: string): number | null {
  for (const { 0: run, index } of line.matchAll(/`+/g)) {
    if (index > start && run.length === fence.length) return index + run.length;
  }
  return null;
}
