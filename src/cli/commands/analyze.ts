import type { Snapshot } from '../../analysis/snapshot.ts';
import { flowCounts } from '../../conclusion/flow-counts.ts';
import { defineCliCommand, EXIT } from '../cli-command.ts';
import { finish } from '../finish.ts';
import { DEFAULT_FORMAT, FORMAT_OPTION, formatOf } from '../format-option.ts';
import { print, wantsColour } from '../print.ts';
import { HELP } from '../sharing-options.ts';

/** Prints a report on the recording as a whole. */
export default defineCliCommand({
  title: 'prints a report on the whole recording',
  summary: `Says of every OAuth 2.x and OpenID Connect flow in HTTP archives what went wrong, why, and who
has to fix it. Several files are read as one recording; - reads standard input. Files may be
compressed. Reports hold no secret: values are replaced by placeholders.`,
  usage: 'FILE.har … [--format FORMAT]',
  options: [FORMAT_OPTION, HELP],
  exitCodes: `Exit code: 0 no flow failed or ended with an error, or a later attempt worked, 1 one did, or an
entry that may be OAuth could not be read, 2 the input could not be read, 130 it was cancelled with Ctrl+C.`,
  async run(given, signal) {
    const format = formatOf(given.value('format') ?? DEFAULT_FORMAT);
    const optionsOf = () => ({ colour: wantsColour(), brief: true });
    const finished = await finish(given, { format, optionsOf }, signal);
    if (finished === EXIT.refused) return finished;
    await print(finished.text);
    const { original } = finished;
    return hasError(original) || lacksMessages(original) ? EXIT.found : EXIT.done;
  },
});

/** A failure before the same attempt worked is none: the panel and the reports call it recovered. */
function hasError({ flows, outside }: Snapshot): boolean {
  return (
    flowCounts(flows).failed > 0 || outside.some(({ finding }) => finding.severity === 'error')
  );
}

/** Whether an entry that may be OAuth could not be read: then nothing is certain to be clean. */
function lacksMessages({ gaps }: Snapshot): boolean {
  return gaps.some(({ kind }) => kind === 'unread-message');
}
