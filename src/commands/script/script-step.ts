import type { MessageKind, MessageOf } from '../../oauth/message.ts';
import type { Refusal } from '../plan.ts';
import type { Line, ScriptRun } from './script-run.ts';

/** The lines of a script for one kind of message. The file in `steps/` has the name of the kind. */
export type Step<K extends MessageKind = MessageKind> = (
  run: ScriptRun,
  message: MessageOf<K>,
) => readonly Line[] | Refusal;

/** Gives a step its type. It does nothing at run time. */
export function defineStep<K extends MessageKind>(step: Step<K>): Step<K> {
  return step;
}
