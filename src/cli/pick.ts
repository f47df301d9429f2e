import type { Snapshot } from '../analysis/snapshot.ts';
import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Message } from '../oauth/message.ts';
import type { ReportOptions } from '../report/format.ts';
import { worstFlowsFirst } from '../report/worst-first.ts';
import { messageWord } from '../words/kinds.ts';
import { count } from '../words/numbers.ts';
import { signMark } from '../words/outcomes.ts';
import { type Arguments, type Option, Refusal } from './cli-command.ts';

/** The options that choose a part of a recording. */
export const FLOW: Option = {
  name: 'flow',
  value: 'N',
  description: 'the flow, counted from 1 in the order of the report',
};
export const STEP: Option = {
  name: 'step',
  value: 'N',
  description: 'the message, counted from 1 in its flow',
};

/** The flows that the user named; null when all are meant. */
function pickedFlows(given: Arguments, snapshot: Snapshot): readonly AnalysedFlow[] | null {
  const wanted = given.values('flow');
  const flows = worstFlowsFirst(snapshot.flows);
  if (wanted.length === 0) return null;
  return wanted.map((text) => {
    const flow = flows[numberIn(text, '--flow') - 1];
    if (flow) return flow;
    const there = flows.length === 0 ? 'no flow' : count(flows.length, 'flow');
    throw new Refusal(`There is no flow ${text}: the recording has ${there}.\n${listOf(flows)}`);
  });
}

/** The only flow that is meant. */
export function pickedFlow(given: Arguments, snapshot: Snapshot): AnalysedFlow {
  const all = worstFlowsFirst(snapshot.flows);
  const [flow, another] = pickedFlows(given, snapshot) ?? all;
  if (!flow) throw new Refusal('The recording has no flow.');
  if (another) throw new Refusal(`Name one of the flows with --flow N.\n${listOf(all)}`);
  return flow;
}

/** The index of the message that the user named in a flow; null when none was named. */
export function pickedStep(given: Arguments, { flow }: AnalysedFlow): number | null {
  const text = given.value('step');
  if (text === null) return null;
  const index = numberIn(text, '--step') - 1;
  if (flow.messages[index]) return index;
  throw new Refusal(`There is no step ${text} in this flow.\n${stepsOf(flow.messages)}`);
}

/** The part of a report that the user named. */
export function selectionIn(given: Arguments, snapshot: Snapshot): ReportOptions {
  if (given.value('step') !== null) {
    const picked = pickedFlow(given, snapshot);
    const index = pickedStep(given, picked) ?? 0;
    return { messageOf: { flowId: picked.flow.id, index } };
  }
  const flows = pickedFlows(given, snapshot);
  return flows === null ? {} : { flowIds: flows.map(({ flow }) => flow.id) };
}

/** The messages of a flow with their numbers. */
export function stepsOf(messages: readonly Message[]): string {
  return messages.map((message, index) => `  ${index + 1}  ${messageWord(message)}`).join('\n');
}

function listOf(flows: readonly AnalysedFlow[]): string {
  return flows
    .map(({ verdict, flow }, index) => {
      const who = [flow.client, flow.authorizationServer]
        .filter((one) => one !== null)
        .join(' at ');
      return `  ${index + 1}  ${signMark(verdict.sign)} ${flow.grant}${who === '' ? '' : `, ${who}`}`;
    })
    .join('\n');
}

function numberIn(text: string, option: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Refusal(`${option} needs a number from 1 on, not ${JSON.stringify(text)}.`);
}
