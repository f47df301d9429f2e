import { createAnalysis, type Snapshot } from '../analysis/analysis.ts';
import { mergeSources } from '../recorders/merge-sources.ts';
import type { Report } from '../redaction/snapshot-redactor.ts';
import { jsonReport, type Source } from '../report/formats/json.ts';
import { markdownReport } from '../report/formats/markdown.ts';
import { textReport } from '../report/formats/text.ts';
import { type Format, readArguments, USAGE } from './args.ts';
import { complain, print, wantsColour } from './print.ts';
import { type ReadFile, readAll } from './read-all.ts';

const CLEAN = 0;
const ERRORS_FOUND = 1;
const UNREADABLE = 2;
/** As shells say it: 128 and the number of SIGINT. */
const CANCELLED = 130;

function analyse(files: readonly ReadFile[]): Snapshot {
  const analysis = createAnalysis();
  for (const gap of files.flatMap(({ gaps }) => gaps)) analysis.addGap(gap);
  for (const [source, { file, exchanges }] of files.entries()) {
    analysis.addSource(source, file, mergeSources);
    for (const exchange of exchanges) analysis.add(exchange);
  }
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
  if (files === 'unreadable') return UNREADABLE;
  if (files === 'cancelled') return CANCELLED;
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
