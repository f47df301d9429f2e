import type { Finding } from '../checks/finding.ts';
import { requestLine, storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import { applicationOf } from '../oauth/kinds/registration-request.ts';
import type { Message, MessageKind } from '../oauth/message.ts';
import { kindsThat } from '../oauth/message-kinds.ts';
import { asksForNoToken } from '../words/grant-words.ts';
import { kindWord } from '../words/kinds.ts';
import type { Outcome } from '../words/outcomes.ts';
import { toAttempt } from '../words/references.ts';
import { span } from '../words/times.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { asNote, isOfOneRequest } from './retell-recovered.ts';
import { verdictOf } from './verdict.ts';

/** What is done with one code says nothing of another code. */
const OF_ONE_CODE: ReadonlySet<MessageKind> = new Set(['token-request', 'code-handover']);

/**
 * Requests that do the same whichever attempt they belong to: calls to an API, documents. A token
 * request or a page belongs to its attempt.
 */
const SAME_EVERYWHERE = kindsThat(
  ({ sentBy, kind, begins }) => sentBy === 'script' && !OF_ONE_CODE.has(kind) && !begins,
);

const ANOTHER = 'another attempt';

interface Retold {
  readonly by: ReadonlyMap<Finding, Message>;
  readonly result: AnalysedFlow;
}

/**
 * Returns a function that makes notes of the refused requests that worked in a later attempt: the
 * API wanted a scope or a fresh login, and after that login it answered. What worked for another
 * client makes up for nothing. Unchanged flows keep their identity.
 */
export function madeUpLater(): (flows: readonly AnalysedFlow[]) => readonly AnalysedFlow[] {
  const known = new WeakMap<AnalysedFlow, Retold>();
  return (flows) => {
    if (!flows.some(({ findings, flow }) => findings.some((one) => failedCall(one, flow))))
      return flows;
    const last = lastSuccesses(flows);
    return flows.map((analysed) => {
      const by = new Map<Finding, Message>();
      for (const finding of analysed.findings) {
        const failed = failedCall(finding, analysed.flow);
        const later = failed ? last(failed, analysed.flow) : undefined;
        if (failed && later && later.exchange.startedAt > failed.exchange.startedAt)
          by.set(finding, later);
      }
      if (by.size === 0) return analysed;
      const told = known.get(analysed);
      if (told && isSame(told.by, by)) return told.result;
      const result = retold(analysed, by);
      known.set(analysed, { by, result });
      return result;
    });
  };
}

/** The request that failed, when its purpose may be reached in another attempt. */
function failedCall(finding: Finding, { messages }: AnalysedFlow['flow']): Message | null {
  if (finding.message === null || !isOfOneRequest(finding)) return null;
  const message = messages[finding.message];
  return message && SAME_EVERYWHERE.has(message.kind) ? message : null;
}

/** Finds the last success of a request, by the same client or by one that is not known. */
type LastSuccess = (failed: Message, flow: Flow) => Message | undefined;

function lastSuccesses(flows: readonly AnalysedFlow[]): LastSuccess {
  const last = new Map<string, Message>();
  const note = (name: string, message: Message): void => {
    const known = last.get(name);
    if (!known || known.exchange.startedAt < message.exchange.startedAt) last.set(name, message);
  };
  for (const { flow } of flows) {
    const story = storyOf(flow);
    const client = lastingClient(flow);
    for (const [index, message] of flow.messages.entries()) {
      if (!SAME_EVERYWHERE.has(message.kind) || !story[index]?.attained) continue;
      const purpose = purposeOf(message);
      note(`${purpose} by any`, message);
      note(client === null ? `${purpose} by unknown` : `${purpose} of ${client}`, message);
    }
  }
  return (failed, flow) => {
    const client = lastingClient(flow);
    const purpose = purposeOf(failed);
    if (client === null) return last.get(`${purpose} by any`);
    const [own, unknown] = [last.get(`${purpose} of ${client}`), last.get(`${purpose} by unknown`)];
    if (!own || !unknown) return own ?? unknown;
    return own.exchange.startedAt < unknown.exchange.startedAt ? unknown : own;
  };
}

/** What a request is for, whichever attempt it belongs to. */
function purposeOf(message: Message): string {
  const line = requestLine(message);
  return message.kind === 'registration-request' ? `${line} ${applicationOf(message)}` : line;
}

/**
 * The client of an attempt, when its next attempt has the same name. Null when no message names it,
 * and when the attempt registered it: the next attempt may register another.
 */
function lastingClient({ client, messages }: Flow): string | null {
  return messages.some(({ kind }) => kind === 'registration-request') ? null : client;
}

function isSame(a: Retold['by'], b: Retold['by']): boolean {
  return a.size === b.size && [...a].every(([finding, message]) => b.get(finding) === message);
}

function retold(analysed: AnalysedFlow, by: Retold['by']): AnalysedFlow {
  const notes = new Map<Finding, Finding>();
  const noteOf = (finding: Finding): Finding => {
    const known = notes.get(finding);
    if (known) return known;
    const later = by.get(finding);
    const causedBy = finding.causedBy === null ? null : noteOf(finding.causedBy);
    const note = later
      ? asNote(finding, recovery(finding, later, analysed), toAttempt(ANOTHER, later))
      : finding;
    const result = note.causedBy === causedBy ? note : { ...note, causedBy };
    notes.set(finding, result);
    return result;
  };
  const findings = analysed.findings.map(noteOf);
  const outcome = outcomeNow(analysed, findings);
  return { ...analysed, findings, outcome, verdict: verdictOf(analysed.flow, findings, outcome) };
}

/** An attempt that asks for no token has what it wanted when nothing of it is left unanswered. */
function outcomeNow({ flow, outcome }: AnalysedFlow, findings: readonly Finding[]): Outcome {
  const isOver = findings.every(({ severity }) => severity === 'info');
  return isOver && asksForNoToken(flow.grant) ? 'succeeded' : outcome;
}

function recovery({ message }: Finding, later: Message, { flow }: AnalysedFlow): string {
  const failed = message === null ? undefined : flow.messages[message];
  const after = failed ? span(later.exchange.startedAt - failed.exchange.startedAt) : 'some time';
  return `The same ${kindWord(later.kind)} worked ${after} later, in ${ANOTHER}.`;
}
