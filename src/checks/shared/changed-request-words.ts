import { type ChangedParameter, changedRequest } from '../../flow/facts/changed-request.ts';
import type { Flow } from '../../flow/flow.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { type Reference, toAttempt } from '../../words/references.ts';
import { span } from '../../words/times.ts';

const MAX_TOLD = 3;

/** A sentence with a space before it, and what its phrases stand for. */
interface Unlike {
  readonly text: string;
  readonly references: readonly Reference[];
}

/**
 * What a refused login sent otherwise than one of the same client that worked; empty when nothing of
 * the recording can be compared.
 */
export function unlikeTheOneThatWorked(flow: Flow): Unlike {
  const changed = changedRequest(flow);
  if (!changed || changed.changes.length === 0) return { text: '', references: [] };
  const when = `${span(changed.apart)} ${changed.apart < 0 ? 'earlier' : 'later'}`;
  const told = changed.changes.slice(0, MAX_TOLD).map(changeWords);
  const other = `the login of this client that worked ${when}`;
  return {
    text: ` Unlike in ${other}, ${list(told)}.`,
    references: [toAttempt(other, changed.worked)],
  };
}

function changeWords({ name, sent, before }: ChangedParameter): string {
  if (sent === null) return `${name} is missing`;
  if (before === null) return `there is ${name} ${quote(sent)}`;
  const difference = describeDifference(sent, before);
  return `${name} is ${quote(sent)} and not ${quote(before)}${difference === null ? '' : ` (${difference})`}`;
}
