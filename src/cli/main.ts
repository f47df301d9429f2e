import { createAnalysis, type Snapshot } from '../analysis/analysis.ts';
import { settledSnapshot } from '../analysis/settled-snapshot.ts';
import { mergeSources } from '../recorders/merge-sources.ts';
import type { Source } from '../report/format.ts';
import { readArguments, USAGE } from './args.ts';
import { complain, print, wantsColour } from './print.ts';
import { type ReadFile, readAll } from './read-all.ts';

const CLEAN = 0;
const ERRORS_FOUND = 1;
const UNREADABLE = 2;
/** Exit code as in shells: 128 plus the number of SIGINT. */
const CANCELLED = 130;

async function analyse(files: readonly ReadFile[]): Promise<Snapshot> {
  const analysis = createAnalysis();
  for (const gap of files.flatMap(({ gaps }) => gaps)) analysis.addGap(gap);
  for (const [source, { file, exchanges }] of files.entries()) {
    analysis.addSource(source, file, mergeSources);
    for (const exchange of exchanges) analysis.add(exchange);
  }
  const snapshot = await settledSnapshot(analysis);
  return { ...snapshot, exchanges: files.reduce((sum, { total }) => sum + total, 0) };
}

function hasError({ flows, outside }: Snapshot): boolean {
  return (
    flows.some(({ verdict }) => verdict.sign === 'bad') ||
    outside.some(({ finding }) => finding.severity === 'error')
  );
}

/** Whether an entry that may be OAuth could not be read: then nothing is certain to be clean. */
function lacksMessages({ gaps }: Snapshot): boolean {
  return gaps.some(({ kind }) => kind === 'unread-message');
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
  const snapshot = await analyse(files);
  const sources: readonly Source[] = files.map(({ file, recorder, total }) => ({
    file,
    recorder,
    exchanges: total,
  }));
  const report = command.format.write(snapshot, { sources, colour: wantsColour() });
  if (!report.ok) {
    complain(`the report was refused, it would have shown: ${report.refused.join(', ')}`);
    return UNREADABLE;
  }
  await print(report.text);
  return hasError(snapshot) || lacksMessages(snapshot) ? ERRORS_FOUND : CLEAN;
}

process.exitCode = await main(process.argv.slice(2));
