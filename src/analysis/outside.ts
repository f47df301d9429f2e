import type { Finding } from '../checks/finding.ts';
import { internalFinding } from '../checks/registry/internal-finding.ts';
import { asRehearsed } from '../conclusion/retell-rehearsed.ts';
import type { Correlator } from '../correlation/correlator.ts';
import type { Item } from '../correlation/item.ts';
import { assembleMessages } from '../flow/assemble.ts';
import { buildFlow } from '../flow/build-flow.ts';
import type { Flow, RecordingView } from '../flow/flow.ts';
import { loneGroups } from '../flow/lone-groups.ts';
import { recordingView } from '../flow/recording-view.ts';
import type { Signatures } from '../flow/signatures.ts';
import type { Exchange } from '../http/exchange.ts';
import { guarded, type NoteFailure, type OwnFailure } from '../http/own-failure.ts';
import { finished } from '../http/stepwise.ts';
import { withoutQuery } from '../http/url.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf, kindsThat } from '../oauth/message-kinds.ts';
import { refusedWith } from '../oauth/values/challenge.ts';
import { AskedViews } from './asked-views.ts';
import { type Concluded, conclude, judge } from './conclude.ts';

/** A finding about a message that belongs to no flow. */
export interface OutsideFinding {
  readonly finding: Finding;
  readonly message: Message;
}

/** What belongs to no login. */
export interface Outside {
  /** What failed, or is wrong, as flows of their own. */
  readonly flows: readonly Concluded[];
  readonly findings: readonly OutsideFinding[];
  readonly loose: readonly Message[];
}

/**
 * Kinds that may have nothing to do with OAuth: the token of a call may be the key of a map
 * service.
 */
const SAYS_NOTHING = kindsThat(({ shownAlone }) => shownAlone === false);
/** Steps before a login, which have a meaning together. */
const PREPARES = kindsThat(({ grant }) => grant?.of === 'lone');

/** Reads the messages outside any login. What has not changed is judged only once. */
export function outsideReader(correlator: Correlator, signatures: Signatures): () => Outside {
  const alone = new WeakMap<Exchange, Judged>();
  const asked = new AskedViews(correlator.changedKeys, signatures);
  let attempts: ReadonlyMap<string, Attempt> = new Map();
  return () => {
    const outdated = new Set(finished(asked.outdated()));
    const viewFor = (id: string): RecordingView =>
      asked.viewFor(id, recordingView(correlator, { signatures }));
    const items = correlator.outside().filter(({ sighting }) => sighting.kind !== 'document');
    const above = (item: Item): Item | null => correlator.above(item);
    const messages = assembleMessages(items, { metadata: null, above });
    const judged = messages.filter(speaksForItself);
    const findingsOf = (message: Message): readonly Finding[] => {
      const { exchange, preflight } = message;
      const known = alone.get(exchange);
      const id = `alone ${exchange.id}`;
      if (known?.preflight === preflight && !outdated.has(id)) return known.findings;
      const found = judgeAlone(message, viewFor(id));
      alone.set(exchange, { preflight, findings: found });
      return found;
    };
    const suspects = new Set(judged.filter((message) => findingsOf(message).some(isProblem)));
    attempts = attemptsOf(membersOf(judged, suspects), suspects, attempts, { outdated, viewFor });
    const ofConsequence = [...attempts.values()].filter(({ concluded }) =>
      concluded.analysed.findings.some(isProblem),
    );
    const told = new Map<Exchange, readonly Finding[]>();
    for (const message of judged) told.set(message.exchange, findingsOf(message));
    for (const { members, concluded } of attempts.values()) {
      members.forEach(({ exchange }, index) => {
        told.set(
          exchange,
          concluded.analysed.findings.filter((one) => one.message === index),
        );
      });
    }
    const inFlows = new Set(ofConsequence.flatMap(({ members }) => members.map(exchangeOf)));
    const rest = messages.filter(({ exchange }) => !inFlows.has(exchange));
    const findings = rest.flatMap((message) =>
      speaksForItself(message)
        ? (told.get(message.exchange) ?? []).map((finding) => ({ finding, message }))
        : [],
    );
    const reported = new Set(findings.map(({ message }) => message.exchange));
    const loose = rest.filter(
      ({ kind, exchange }) => !SAYS_NOTHING.has(kind) || reported.has(exchange),
    );
    return { flows: ofConsequence.map(({ concluded }) => concluded), findings, loose };
  };
}

/** A message that was judged by itself. Its preflight may be recorded later. */
interface Judged {
  readonly preflight: Exchange | null;
  readonly findings: readonly Finding[];
}

/** The rest of the recording, as the messages outside any login see it. */
interface Rest {
  /** What got answers about the rest that have changed since. */
  readonly outdated: ReadonlySet<string>;
  viewFor(id: string): RecordingView;
}

/** Messages outside any login that make one attempt, and what is concluded from them. */
interface Attempt {
  readonly members: readonly Message[];
  readonly concluded: Concluded;
}

/**
 * The attempts that can have failed, by their first exchange: they hold a suspect, or a step whose
 * failure only its neighbours show. Unchanged ones keep their identity.
 */
function attemptsOf(
  members: readonly Message[],
  suspects: ReadonlySet<Message>,
  before: ReadonlyMap<string, Attempt>,
  { outdated, viewFor }: Rest,
): ReadonlyMap<string, Attempt> {
  const attempts = new Map<string, Attempt>();
  for (const group of loneGroups(members)) {
    const id = group[0]?.exchange.id;
    const tells = (one: Message): boolean => PREPARES.has(one.kind) || suspects.has(one);
    if (id === undefined || !group.some(tells)) continue;
    const known = before.get(id);
    const same = known && !outdated.has(id) && isSame(known.members, group);
    attempts.set(id, same ? known : { members: group, concluded: concludeOn(group, viewFor(id)) });
  }
  return attempts;
}

function isSame(known: readonly Message[], group: readonly Message[]): boolean {
  return (
    known.length === group.length &&
    known.every(
      ({ exchange, preflight }, index) =>
        exchange === group[index]?.exchange && preflight === group[index]?.preflight,
    )
  );
}

/**
 * The messages that can be part of an attempt: the suspects, the steps before a login, calls that an
 * API refused, and calls that repeat a suspect.
 */
function membersOf(judged: readonly Message[], suspects: ReadonlySet<Message>): readonly Message[] {
  const endpoints = new Set([...suspects].map(endpointOf));
  return judged.filter(
    (message) =>
      PREPARES.has(message.kind) ||
      endpoints.has(endpointOf(message)) ||
      (message.kind === 'api-call' && refusedWith(message.exchange) === 401),
  );
}

const exchangeOf = ({ exchange }: Message): Exchange => exchange;
const endpointOf = ({ kind, exchange }: Message): string =>
  `${kind} ${withoutQuery(exchange.request.url)}`;
const isProblem = ({ severity }: Finding): boolean => severity !== 'info';

/** Whether checks judge the message when it belongs to no flow. */
function speaksForItself(message: Message): boolean {
  return kindOf(message).judgedAlone?.(message) ?? false;
}

function judgeAlone(message: Message, view: RecordingView): readonly Finding[] {
  const noted: OwnFailure[] = [];
  const note: NoteFailure = (failure) => noted.push(failure);
  const findings = guarded(
    'judge this message',
    note,
    () => judge(flowAround([message], view, note)).findings,
    () => [],
  );
  const told = message.exchange.rehearsed
    ? asRehearsed(findings, message.exchange.rehearsed)
    : findings;
  return [...told, ...noted.map((failure) => internalFinding(failure))];
}

function concludeOn(members: readonly Message[], view: RecordingView): Concluded {
  const noted: OwnFailure[] = [];
  const flow = flowAround(members, view, (failure) => noted.push(failure));
  return conclude(flow, noted);
}

function flowAround(
  messages: readonly Message[],
  recording: RecordingView,
  note: NoteFailure,
): Flow {
  return buildFlow(
    {
      id: messages[0]?.exchange.id ?? '',
      messages,
      parent: null,
      relation: null,
      metadata: messages.find(isMetadata) ?? null,
      recording,
    },
    note,
  );
}

function isMetadata(message: Message): message is MetadataRequest {
  return message.kind === 'metadata-request' && message.metadata !== null;
}
