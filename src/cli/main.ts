import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/analysis.ts';
import type { Recording } from '../http/recording.ts';
import { DEFAULT_REDACTION } from '../redaction/redaction-options.ts';
import { leakWords } from '../report/leak-words.ts';
import { prepareReport, writeReport } from '../report/share.ts';
import { readArguments, USAGE } from './args.ts';
import { complain, print, wantsColour } from './print.ts';
import { type ReadFile, readAll } from './read-all.ts';

const CLEAN = 0;
const ERRORS_FOUND = 1;
const UNREADABLE = 2;
/** Exit code as in shells: 128 plus the number of SIGINT. */
const CANCELLED = 130;

/** The files as one recording, each a source. */
function recordingOf(files: readonly ReadFile[]): Recording {
  return {
    exchanges: files.flatMap(({ exchanges }) => exchanges),
    navigations: [],
    gaps: files.flatMap(({ gaps }) => gaps),
    sources: files.map(({ file, recorder, total }) => ({ file, recorder, exchanges: total })),
  };
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
  const recording = recordingOf(files);
  const snapshot = await analyseRecording(recording);
  const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, snapshot);
  const report = writeReport(prepared, command.format, { colour: wantsColour() });
  if (!report.ok) {
    complain(`the report was refused, it would have shown: ${leakWords(report.refused)}`);
    return UNREADABLE;
  }
  await print(report.text);
  return hasError(snapshot) || lacksMessages(snapshot) ? ERRORS_FOUND : CLEAN;
}

process.exitCode = await main(process.argv.slice(2));
