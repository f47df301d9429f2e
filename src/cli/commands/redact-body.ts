import { defineCommandBody, EXIT, Misuse, USUAL_EXIT_CODES } from '../cli-command.ts';
import { finish } from '../finish.ts';
import { formatOf } from '../format-option.ts';
import { print, tell } from '../print.ts';
import { previewOf, summaryOf } from '../removed-words.ts';
import { FILE_OPTIONS, HELP, SHARING_OPTIONS } from '../sharing-options.ts';
import { checkTarget, writeWhole } from '../write-file.ts';

/** Writes the recording as a HAR without secrets that gives the same diagnosis. */
export default defineCommandBody({
  summary: `Writes a HAR without secrets and personal values that gives the same diagnosis. It holds the OAuth
traffic of the files. Before it is written, it is searched for each value that was removed.`,
  usage: 'FILE.har … --out FILE.har [options]',
  options: [
    ...FILE_OPTIONS,
    {
      name: 'dry-run',
      description: 'write nothing, and list what would be replaced and why, without the values',
    },
    ...SHARING_OPTIONS,
    HELP,
  ],
  exitCodes: USUAL_EXIT_CODES,
  async run(given, signal) {
    const out = given.value('out');
    const dry = given.has('dry-run');
    if (out === null && !dry) throw new Misuse('Name the file to write with --out FILE.har.');
    const where = { inputs: given.files, force: given.has('force') };
    if (out !== null && out !== '-' && !dry) await checkTarget(out, where);
    const request = { format: formatOf('har'), optionsOf: () => ({}) };
    const finished = await finish(given, request, signal);
    if (finished === EXIT.refused) return finished;
    const { text, prepared } = finished;
    if (dry) await print(previewOf(prepared));
    else if (out === '-') await print(text);
    else if (out !== null) await writeWhole(out, text, where);
    for (const line of summaryOf(prepared)) tell(line);
    if (!dry && out !== null && out !== '-') tell(`${out} was written.`);
    return EXIT.done;
  },
});
