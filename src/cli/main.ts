import { createAnalysis, type Snapshot } from '../checks/analysis.ts';
import type { HarReadResult } from '../har/collect.ts';
import { createTriage } from '../oauth/triage.ts';
import { jsonReport, type Source } from '../report/json.ts';
import { markdownReport } from '../report/markdown.ts';
import type { Report } from '../report/snapshot-redactor.ts';
import { textReport } from '../report/text.ts';
import { type Format, readArguments, USAGE } from './args.ts';
import { displayName, readInput } from './input.ts';
import { mergeExchanges } from './merge.ts';
import { complain, print, wantsColour } from './print.ts';

type ReadFile = Extract<HarReadResult, { ok: true }> & { readonly file: string };

const CLEAN = 0;
const ERRORS_FOUND = 1;
const UNREADABLE = 2;

async function readAll(paths: readonly string[]): Promise<readonly ReadFile[] | null> {
  const files: ReadFile[] = [];
  let failed = false;
  for (const [source, path] of paths.entries()) {
    const triage = createTriage();
    const keep: Parameters<typeof readInput>[1]['keep'] = (one) => triage.relevance(one) !== 'none';
    const result = await readInput(path, { source, keep });
    const file = displayName(path);
    if (result.ok) {
      for (const warning of result.warnings) complain(`${file}: ${warning}`);
      const cut = result.gaps.filter(({ kind }) => kind === 'truncated-file');
      for (const { text } of cut) complain(text);
      // Cut off before its first entry was whole: there is nothing to speak of.
      if (cut.length > 0 && result.total === 0) failed = true;
      files.push({ ...result, file });
      continue;
    }
    failed = true;
    const { message, at } = result;
    complain(at ? `${message} (${path}:${at.line}:${at.column})` : message);
  }
  return failed ? null : files;
}

function analyse(files: readonly ReadFile[]): Snapshot {
  const analysis = createAnalysis();
  for (const gap of files.flatMap(({ gaps }) => gaps)) analysis.addGap(gap);
  const exchanges = mergeExchanges(files.map((file) => file.exchanges));
  for (const exchange of exchanges) analysis.add(exchange);
  const snapshot = analysis.snapshot();
  return { ...snapshot, exchanges: files.reduce((sum, { total }) => sum + total, 0) };
}

function render(snapshot: Snapshot, sources: readonly Source[], format: Format): Report {
  if (format === 'json') return jsonReport(snapshot, sources);
  if (format === 'markdown') return markdownReport(snapshot);
  return textReport(snapshot, { colour: wantsColour() });
}

function hasError({ flows, outside }: Snapshot): boolean {
  const findings = [...flows.flatMap((one) => one.findings), ...outside.map((one) => one.finding)];
  return findings.some(({ severity }) => severity === 'error');
}

async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args);
  if (command.kind === 'help') {
    await print(USAGE);
    return CLEAN;
  }
  if (command.kind === 'wrong') {
    process.stderr.write(`analyze: ${command.message}\n\n${USAGE}`);
    return UNREADABLE;
  }
  const files = await readAll(command.files);
  if (!files) return UNREADABLE;
  const snapshot = analyse(files);
  const sources = files.map(({ file, recorder, total }) => ({ file, recorder, exchanges: total }));
  const report = render(snapshot, sources, command.format);
  if (!report.ok) {
    complain(`the report was refused, it would have shown: ${report.refused.join(', ')}`);
    return UNREADABLE;
  }
  await print(report.text);
  return hasError(snapshot) ? ERRORS_FOUND : CLEAN;
}

process.exitCode = await main(process.argv.slice(2));
