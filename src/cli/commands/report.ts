import { defineCliCommand, EXIT, USUAL_EXIT_CODES } from '../cli-command.ts';
import { FORMAT_OPTION, formatOf, formatOfFile } from '../format-option.ts';
import { FLOW, STEP, selectionIn } from '../pick.ts';
import { prepare, written } from '../prepare.ts';
import { print, tell, wantsColour } from '../print.ts';
import { FILE_OPTIONS, HELP, SHARING_OPTIONS } from '../sharing-options.ts';
import { checkTarget, writeWhole } from '../write-file.ts';

/** Writes a report on all or some flows, or on one message, to a file. */
export default defineCliCommand({
  title: 'writes a report that can be shared',
  summary: `Writes a report that can be shared. Every secret and personal value is replaced by a placeholder;
before anything is written, the finished report is searched for each of them.`,
  usage: 'FILE.har … [--format FORMAT] [--out FILE] [options]',
  options: [
    {
      ...FORMAT_OPTION,
      description: `${FORMAT_OPTION.description}\nWithout it, the extension of --out decides.`,
    },
    ...FILE_OPTIONS,
    { ...FLOW, many: true },
    STEP,
    ...SHARING_OPTIONS,
    HELP,
  ],
  exitCodes: USUAL_EXIT_CODES,
  async run(given, signal) {
    const out = given.value('out');
    const name = given.value('format');
    const format = name === null ? formatOfFile(out) : formatOf(name);
    const toFile = out !== null && out !== '-';
    const where = { inputs: given.files, force: given.has('force') };
    if (toFile) await checkTarget(out, where);
    const work = await prepare(given, signal);
    if (work === EXIT.refused) return work;
    const { prepared } = work;
    const options = {
      ...selectionIn(given, prepared.snapshot),
      colour: !toFile && wantsColour(),
    };
    const text = written(prepared, format, options);
    signal.throwIfAborted();
    if (toFile) {
      await writeWhole(out, text, where);
      tell(`${out} was written.`);
    } else await print(text);
    return EXIT.done;
  },
});
