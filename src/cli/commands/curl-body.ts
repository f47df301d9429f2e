import { analyseRecording } from '../../analysis/analyse-recording.ts';
import { command, DEFAULT_TARGET, targets } from '../../commands/command.ts';
import { flowScript } from '../../commands/flow-script.ts';
import { defineCommandBody, EXIT, Misuse, Refusal, USUAL_EXIT_CODES } from '../cli-command.ts';
import { nearestWord } from '../nearest-word.ts';
import { FLOW, pickedFlow, pickedStep, STEP, stepsOf } from '../pick.ts';
import { print, tell } from '../print.ts';
import { readRecording } from '../read-recording.ts';
import { HELP } from '../sharing-options.ts';

/** Prints the request of one message as a command. */
export default defineCommandBody({
  summary: `Prints the request of a message as a command to paste. Secrets and personal values are variables,
unless --values is given. With --script, prints the requests of a whole flow as a script for bash.`,
  usage: 'FILE.har … --flow N (--step N [--target TARGET] [--values] | --script)',
  options: [
    FLOW,
    STEP,
    {
      name: 'target',
      short: 't',
      value: 'TARGET',
      description: `the kind of command (default: bash):\n${targets.map(({ id, title }) => `${shortName(id)}: ${title.replace('Copy as ', '')}`).join('\n')}`,
    },
    { name: 'script', description: 'the requests of the flow in order, as a script for bash' },
    { name: 'values', description: 'write the values themselves: do not share the command then' },
    HELP,
  ],
  exitCodes: USUAL_EXIT_CODES,
  async run(given, signal) {
    const target = targetOf(given.value('target'));
    const isScript = given.has('script');
    const clashing = ['step', 'target'].find((name) => given.value(name) !== null);
    const clash = given.has('values') ? 'values' : clashing;
    if (isScript && clash) throw new Misuse(`--script cannot be given with --${clash}.`);
    const recording = await readRecording(given.files, signal);
    if (recording === EXIT.refused) return recording;
    const redacted = recording.redaction !== undefined;
    const analysed = pickedFlow(given, await analyseRecording(recording, signal));
    if (isScript) {
      const script = flowScript(analysed.flow.messages, { redacted });
      if ('refused' in script) throw new Refusal(script.refused);
      await print(`${script.command}\n`);
      return EXIT.done;
    }
    const step = pickedStep(given, analysed);
    const { messages } = analysed.flow;
    const message = messages[step ?? 0];
    if (!message || (step === null && messages.length > 1)) {
      throw new Refusal(`Name one of the steps with --step N.\n${stepsOf(messages)}`);
    }
    const secrets = given.has('values') ? 'values' : 'variables';
    const result = command(message.exchange, { target, secrets, redacted });
    if ('refused' in result) throw new Refusal(result.refused);
    await print(`${result.command}\n`);
    if (given.has('values'))
      tell('The command holds the values of the recording: do not share it.');
    return EXIT.done;
  },
});

/** The id of a target without `curl-`. */
function shortName(id: string): string {
  return id.replace(/^curl-/, '');
}

function targetOf(name: string | null): string {
  if (name === null) return DEFAULT_TARGET;
  const wanted = name.toLowerCase();
  const found = targets.find(({ id }) => id === wanted || shortName(id) === wanted);
  if (found) return found.id;
  const names = targets.map(({ id }) => shortName(id));
  const meant = nearestWord(wanted, names);
  throw new Misuse(
    `There is no target ${JSON.stringify(name)}. ${meant === null ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}
