/** The lines of one exchange of a case. */
export interface Draft {
  /** `# at +3s` and the like, by name; `given` names the given that the lines change. */
  readonly directives: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

const DIRECTIVE =
  /^# (given|at|destination|mode|failure|withheld|delivered|response unknown|response body unknown|response body truncated|request body unknown|headers incomplete|duration|frame|cached|beacon|via worker|source)(?: (.*))?$/;
const REQUEST_LINE = /^[A-Z]+ (?:https?:|\{\{)/;

/** Cuts lines into exchanges: a new one begins at directives or a request line after a blank line. */
export function cutDrafts(lines: readonly string[]): readonly Draft[] {
  const found: { directives: Map<string, string>; lines: string[] }[] = [];
  let current: { directives: Map<string, string>; lines: string[] } | null = null;
  let blank = true;
  for (const line of lines) {
    const directive = directiveIn(line);
    const begins = blank && (REQUEST_LINE.test(line) || directive);
    if (begins && (!current || current.lines.length > 0 || current.directives.has('given'))) {
      current = { directives: new Map(), lines: [] };
      found.push(current);
    }
    if (current && directive && current.lines.length === 0) current.directives.set(...directive);
    else if (current && (line !== '' || current.lines.length > 0)) current.lines.push(line);
    else if (!current && line !== '') throw new Error(`expected a request line: ${line}`);
    blank = line === '';
  }
  return found;
}

function directiveIn(line: string): [string, string] | null {
  if (!line.startsWith('# ')) return null;
  const [, name, value = ''] = DIRECTIVE.exec(line) ?? [];
  if (name === undefined) throw new Error(`unknown directive: ${line}`);
  return [name, value.trim()];
}
