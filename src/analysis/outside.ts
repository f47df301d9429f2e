import type { Finding } from '../checks/finding.ts';
import { internalFinding } from '../checks/registry/internal-finding.ts';
import type { Correlator } from '../correlation/correlator.ts';
import type { Item } from '../correlation/item.ts';
import { assembleMessages } from '../flow/assemble.ts';
import { buildFlow } from '../flow/build-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { recordingView } from '../flow/recording-view.ts';
import type { Exchange } from '../http/exchange.ts';
import { guarded, type NoteFailure, type OwnFailure } from '../http/own-failure.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf, kindsThat } from '../oauth/message-kinds.ts';

/** A finding about a message that belongs to no flow. */
export interface OutsideFinding {
  readonly finding: Finding;
  readonly message: Message;
}

/** What belongs to no flow. */
export interface Outside {
  readonly findings: readonly OutsideFinding[];
  readonly loose: readonly Message[];
}

type Judge = (flow: Flow) => { readonly findings: readonly Finding[] };

/**
 * Kinds that may have nothing to do with OAuth: the token of a call may be the key of a map
 * service.
 */
const SAYS_NOTHING = kindsThat(({ shownAlone }) => shownAlone === false);

/** Reads the messages outside any flow. Each exchange is judged only once. */
export function outsideReader(judge: Judge): (correlator: Correlator) => Outside {
  const known = new WeakMap<Exchange, readonly OutsideFinding[]>();
  return (correlator) => {
    const items = correlator.outside().filter(({ sighting }) => sighting.kind !== 'document');
    const above = (item: Item): Item | null => correlator.above(item);
    const messages = assembleMessages(items, { metadata: null, above });
    const findings = messages.flatMap((message) => {
      if (!speaksForItself(message)) return [];
      const found = known.get(message.exchange) ?? findingsOf(message, correlator, judge);
      known.set(message.exchange, found);
      return found;
    });
    const told = new Set(findings.map(({ message }) => message.exchange));
    const loose = messages.filter(
      ({ kind, exchange }) => !SAYS_NOTHING.has(kind) || told.has(exchange),
    );
    return { findings, loose };
  };
}

/** Whether checks judge the message when it belongs to no flow. */
function speaksForItself(message: Message): boolean {
  return kindOf(message).judgedAlone?.(message) ?? false;
}

function findingsOf(
  message: Message,
  correlator: Correlator,
  judge: Judge,
): readonly OutsideFinding[] {
  const noted: OwnFailure[] = [];
  const findings = guarded(
    'judge this message',
    (failure) => noted.push(failure),
    () => judge(flowAround(message, correlator, (failure) => noted.push(failure))).findings,
    () => [],
  );
  const own = noted.map((failure) => internalFinding(failure));
  return [...findings, ...own].map((finding) => ({ finding, message }));
}

function flowAround(message: Message, correlator: Correlator, note: NoteFailure): Flow {
  return buildFlow(
    {
      id: `outside ${message.exchange.id}`,
      messages: [message],
      parent: null,
      relation: null,
      metadata: null,
      recording: recordingView(correlator),
    },
    note,
  );
}
