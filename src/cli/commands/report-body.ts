import type { Snapshot } from '../../analysis/snapshot.ts';
import { defineCommandBody, EXIT, USUAL_EXIT_CODES } from '../cli-command.ts';
import { finish } from '../finish.ts';
import { FORMAT_OPTION, formatOf, formatOfFile } from '../format-option.ts';
import { FLOW, STEP, selectionIn } from '../pick.ts';
import { print, tell, wantsColour } from '../print.ts';
import { FILE_OPTIONS, HELP, SHARING_OPTIONS } from '../sharing-options.ts';
import { checkTarget, writeWhole } from '../write-file.ts';

/** Writes a report on all or some flows, or on one message, to a file. */
export default defineCommandBody({
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
    const optionsOf = (original: Snapshot) => ({
      ...selectionIn(given, original),
      colour: !toFile && wantsColour(),
    });
    const finished = await finish(given, { format, optionsOf }, signal);
    if (finished === EXIT.refused) return finished;
    const { text } = finished;
    if (toFile) {
      await writeWhole(out, text, where);
      tell(`${out} was written.`);
    } else await print(text);
    return EXIT.done;
  },
});
