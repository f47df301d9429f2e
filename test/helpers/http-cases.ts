import type { Exchange } from '../../src/http/exchange.ts';
import { caseExchange, type Draft, isDirective } from './case-exchange.ts';

/** What a check has to do with a case. */
const CHECK_VERDICTS = ['reports', 'passes', 'cannot tell'] as const;

/** One named case of a `.http` file. */
export interface HttpCase<Verdict extends string = (typeof CHECK_VERDICTS)[number]> {
  readonly verdict: Verdict;
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}

/** Cases start here; every case has its own clock. */
export const CASE_START = Date.parse('2026-01-01T00:00:00Z');

const HEADING = /^###\s*([a-z -]+):\s*(\S.*)$/;
const REQUEST_LINE = /^[A-Z]+ (?:https?:|\{\{)/;

/** Reads the cases of a check; throws on anything it does not understand. */
export function readCases(text: string): readonly HttpCase[] {
  return readCasesOf(CHECK_VERDICTS, text);
}

/** Reads the cases of a `.http` file whose verdicts are these words; throws on any other. */
export function readCasesOf<Verdict extends string>(
  verdicts: readonly Verdict[],
  text: string,
): readonly HttpCase<Verdict>[] {
  const cases: HttpCase<Verdict>[] = [];
  for (const block of text.split(/^(?=###)/m)) {
    if (block.trim() === '') continue;
    const [heading = '', ...lines] = block.split(/\r?\n/);
    const match = HEADING.exec(heading);
    const verdict = verdicts.find((one) => one === match?.[1]);
    if (!match || !verdict) {
      throw new Error(`a case starts with "### ${verdicts[0]}: …" and the like: ${heading}`);
    }
    cases.push({
      verdict,
      title: match[2] ?? '',
      exchanges: readExchanges(lines),
    });
  }
  return cases;
}

/** The exchanges of one case, without its heading. */
function readExchanges(lines: readonly string[]): readonly Exchange[] {
  let now = CASE_START;
  return drafts(lines).map((draft, index) => {
    const exchange = caseExchange(draft, index, now);
    now = exchange.startedAt;
    return exchange;
  });
}

/** Cuts lines into exchanges: a new one begins at directives or a request line after a blank line. */
function drafts(lines: readonly string[]): readonly Draft[] {
  const found: { directives: string[]; lines: string[] }[] = [];
  let current: { directives: string[]; lines: string[] } | null = null;
  let blank = true;
  for (const line of lines) {
    const begins = blank && (REQUEST_LINE.test(line) || isDirective(line));
    if (begins && (!current || current.lines.length > 0)) {
      current = { directives: [], lines: [] };
      found.push(current);
    }
    if (current && isDirective(line) && current.lines.length === 0) current.directives.push(line);
    else if (current && (line !== '' || current.lines.length > 0)) current.lines.push(line);
    else if (!current && line !== '') throw new Error(`expected a request line: ${line}`);
    blank = line === '';
  }
  return found;
}
