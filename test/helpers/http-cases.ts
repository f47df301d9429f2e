import type { Exchange } from '../../src/http/exchange.ts';
import { caseExchange } from './case-exchange.ts';
import { readDrafts } from './case-givens.ts';
import { forgetKeys } from './case-keys.ts';

/** What a check must do in a case. */
const CHECK_VERDICTS = ['reports', 'passes', 'cannot tell'] as const;

/** One named case of a `.http` file. */
export interface HttpCase<Verdict extends string = (typeof CHECK_VERDICTS)[number]> {
  readonly verdict: Verdict;
  /** Each finding that the case states, in the words of `reportOf`. */
  readonly reports: readonly string[];
  /** How the flow with the finding ends: its outcome and the beginning of its verdict. */
  readonly concludes: string | null;
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}

/** Cases start here. Each case has its own clock. */
export const CASE_START = Date.parse('2026-01-01T00:00:00Z');

const HEADING = /^###\s*([^:]+):\s*(\S.*)$/;
const STATEMENT = /^# (and|concludes) (\S.*)$/;

/** Reads the cases of a check. Throws on anything that it does not understand. */
export function readCases(text: string): readonly HttpCase[] {
  return readCasesOf(CHECK_VERDICTS, text);
}

/** Reads the cases of a `.http` file with these verdicts. Throws on any other. */
export function readCasesOf<Verdict extends string>(
  verdicts: readonly Verdict[],
  text: string,
): readonly HttpCase<Verdict>[] {
  return text
    .split(/^(?=###)/m)
    .filter((block) => block.trim() !== '')
    .map((block) => readCase(verdicts, block.split(/\r?\n/)));
}

function readCase<Verdict extends string>(
  verdicts: readonly Verdict[],
  [heading = '', ...lines]: readonly string[],
): HttpCase<Verdict> {
  const [, said = '', title = ''] = HEADING.exec(heading) ?? [];
  const verdict = verdicts.find((one) => said === one || said.startsWith(`${one} `));
  if (verdict === undefined) {
    throw new Error(`a case starts with "### ${verdicts[0]} …: …" and the like: ${heading}`);
  }
  const statements = statementsIn(lines);
  const report = said.slice(verdict.length).trim();
  const concludes = statements.filter(([word]) => word === 'concludes').map(([, what]) => what);
  if (concludes.length > 1) throw new Error(`two conclusions: ${heading}`);
  forgetKeys();
  return {
    verdict,
    reports: [
      ...(report === '' ? [] : [report]),
      ...statements.filter(([word]) => word === 'and').map(([, what]) => what),
    ],
    concludes: concludes[0] ?? null,
    title,
    exchanges: readExchanges(lines.slice(statements.length)),
  };
}

/** The lines below a heading that state more expectations. */
function statementsIn(lines: readonly string[]): readonly (readonly [string, string])[] {
  const statements: [string, string][] = [];
  for (const line of lines) {
    const [, word, what] = STATEMENT.exec(line) ?? [];
    if (word === undefined || what === undefined) break;
    statements.push([word, what]);
  }
  return statements;
}

/** The exchanges of one case, without its heading. */
function readExchanges(lines: readonly string[]): readonly Exchange[] {
  let now = CASE_START;
  return readDrafts(lines).map((draft, index) => {
    const exchange = caseExchange(draft, index, now);
    now = exchange.startedAt;
    return exchange;
  });
}
