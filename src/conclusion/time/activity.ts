import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import { lanesOf } from '../../oauth/message-kinds.ts';
import type { TimeClass } from './time-class.ts';

/** A part of a request's time. Milliseconds since the epoch. */
interface Phase {
  readonly from: number;
  readonly to: number;
  readonly is: TimeClass;
  /** What happened, in the words of the Network panel. */
  readonly name: string;
}

/** One request of an attempt while it was under way. A message can have several requests. */
export interface Activity {
  /** Id of the flow, and index of the message in it. */
  readonly flow: string;
  readonly index: number;
  readonly message: Message;
  readonly exchange: Exchange;
  /** What the request itself is: the preflight of a message is another kind. */
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  /** One after the other, from the start to the end. */
  readonly phases: readonly Phase[];
  /** False when nothing says how long it took; then it ends where it began. */
  readonly isKnown: boolean;
}

/** The requests of a message: its preflight, the one whose response issued it, and its own. */
export function activitiesOf(message: Message, index: number, flow: Flow): readonly Activity[] {
  const waitsFor = waitedFor(message, flow);
  const made = (exchange: Exchange, kind: MessageKind, is: TimeClass): Activity => ({
    flow: flow.id,
    index,
    message,
    exchange,
    kind,
    from: exchange.startedAt,
    to: exchange.startedAt + Math.max(exchange.duration ?? 0, 0),
    phases: phasesOf(exchange, is),
    isKnown: exchange.duration !== null,
  });
  const { exchange, preflight, kind } = message;
  const issuedBy = kind === 'authorization-response' ? message.issuedBy : null;
  // A page that is a message itself is drawn there.
  const isOther = issuedBy !== null && exchangesOf(flow).has(issuedBy);
  const issuer = isOther ? null : issuedBy;
  return [
    ...(issuer === null || issuer === exchange ? [] : [made(issuer, 'interaction', 'server')]),
    ...(preflight === null ? [] : [made(preflight, 'preflight', waitsFor)]),
    made(exchange, kind, waitsFor),
  ];
}

const exchangesOf = memoised(
  ({ messages }: Flow): ReadonlySet<Exchange> => new Set(messages.map(({ exchange }) => exchange)),
);

/** Who has to answer a message. */
function waitedFor(message: Message, flow: Flow): TimeClass {
  if (message.kind === 'authorization-response')
    return message.delivered ? 'application' : 'server';
  const [, to] = lanesOf(message, flow.authorizationServer);
  if (to === 'resource server') return 'api';
  return to === 'client' ? 'application' : 'server';
}

type PhaseName = keyof NonNullable<Exchange['timings']>;

/** The parts of a request, in order. Null: whoever has to answer. */
const PHASES: readonly (readonly [name: PhaseName, is: TimeClass | null, words: string])[] = [
  ['blocked', 'browser', 'queued'],
  ['dns', 'network', 'DNS lookup'],
  ['connect', 'network', 'connecting'],
  ['ssl', 'network', 'TLS'],
  ['send', 'network', 'sending'],
  ['wait', null, 'waiting for the response'],
  ['receive', 'network', 'receiving'],
];

function phasesOf(exchange: Exchange, waitsFor: TimeClass): readonly Phase[] {
  const { startedAt, duration, timings, fromCache } = exchange;
  if (duration === null || duration <= 0) return [];
  const end = startedAt + duration;
  if (fromCache) return [{ from: startedAt, to: end, is: 'browser', name: 'from the cache' }];
  const phases: Phase[] = [];
  let from = startedAt;
  for (const [part, is, name] of timings ? PHASES : []) {
    const to = Math.min(from + (timings?.[part] ?? 0), end);
    if (to <= from) continue;
    phases.push({ from, to, is: is ?? waitsFor, name });
    from = to;
  }
  if (from < end) phases.push({ from, to: end, is: 'request', name: 'parts unknown' });
  return phases;
}
