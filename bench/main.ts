import { analyseFile, streamFile, writeFile } from './file.ts';
import { growthOf, shapeNames } from './growth/growth.ts';
import { longFlow } from './growth/long-flow.ts';
import { live } from './live.ts';
import { panelMemory } from './panel-memory.ts';
import { panelOpen } from './panel-open.ts';
import { recognise } from './recognise.ts';
import { redactFile, writeLogins } from './redact.ts';
import { analyseToReport, parseEntries, parseWhole, writeReal } from './whole-command.ts';

/** Runs one measurement and prints JSON. Each has its own process, so that none inherits memory. */
const [task, file = '', other = '', more = ''] = process.argv.slice(2);
const tasks: Readonly<Record<string, () => unknown>> = {
  recognise,
  live,
  shapes: shapeNames,
  'long-flow': () => longFlow(file),
  growth: () => growthOf(file, other),
  write: () => writeFile(file),
  analyse: () => analyseFile(file),
  stream: () => streamFile(file),
  'write-logins': () => writeLogins(file),
  redact: () => redactFile(file),
  'write-real': () => writeReal(file, Number(other), Number(more)),
  'parse-whole': () => parseWhole(file),
  'parse-entries': () => parseEntries(file),
  'analyse-to-report': () => analyseToReport(file, other),
  'panel-memory': panelMemory,
  'panel-open': () => panelOpen(file, other),
};
const run = tasks[task ?? ''];
if (!run) throw new Error(`no such measurement: ${task}`);
console.log(JSON.stringify(await run()));
