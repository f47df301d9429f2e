import * as v from 'valibot';
import type {
  Body,
  BodyLoss,
  Destination,
  Exchange,
  FailureReason,
  GapKind,
  Rehearsed,
  RequestMode,
  Timings,
} from '../../http/exchange.ts';
import type { PlaceholderClass } from '../../http/recording.ts';

/** The names of a record that has one member for each member of a union. */
function oneOf<T extends string>(names: Record<T, true>) {
  return v.picklist(Object.keys(names) as T[]);
}

const Loss = oneOf<BodyLoss>({
  'page-left': true,
  'not-read': true,
  withheld: true,
  'too-large': true,
  'timed-out': true,
  stripped: true,
  'not-fetched': true,
  'not-recorded': true,
});

const Where = oneOf<Destination>({
  document: true,
  iframe: true,
  empty: true,
  worker: true,
  other: true,
  unknown: true,
});

const Mode = oneOf<RequestMode>({
  navigate: true,
  cors: true,
  'no-cors': true,
  'same-origin': true,
  unknown: true,
});

const Reason = oneOf<FailureReason>({
  dns: true,
  'connection-refused': true,
  'connection-reset': true,
  unreachable: true,
  'bad-answer': true,
  tls: true,
  'timed-out': true,
  'too-many-redirects': true,
  aborted: true,
  'blocked-mixed-content': true,
  'blocked-local-network': true,
  'blocked-by-client': true,
  'blocked-by-csp': true,
  'blocked-by-cors': true,
  'blocked-by-response': true,
  blocked: true,
  'unsafe-redirect': true,
  'unsafe-url': true,
  proxy: true,
  offline: true,
  'cache-miss': true,
  'browser-login': true,
  'browser-failed': true,
  unknown: true,
});

const Kind = oneOf<GapKind>({
  'late-start': true,
  popup: true,
  'back-channel': true,
  'lost-body': true,
  'lost-exchange': true,
  'service-worker': true,
  'blind-page': true,
  'unread-entry': true,
  'unread-message': true,
  'truncated-file': true,
  'sanitized-file': true,
  clock: true,
  'own-failure': true,
  paused: true,
  'no-answer': true,
  dropped: true,
  ended: true,
});

const Class = oneOf<PlaceholderClass>({
  secret: true,
  'one-time': true,
  traceable: true,
  personal: true,
  host: true,
  tenant: true,
  value: true,
});

const Amount = v.pipe(v.number(), v.finite());
const Source = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
/** Sentences and names that are shown. */
const Shown = v.pipe(v.string(), v.maxLength(20_000));
const Name = v.pipe(v.string(), v.maxLength(200));

/** Which fault was switched on, and when. */
const ARMED = {
  fault: Name,
  title: Name,
  armedAt: Amount,
};

/** What a fault changed. */
const CHANGE = {
  name: v.nullable(Name),
  before: v.nullable(Shown),
  after: v.nullable(Shown),
};

type KnownBody = Extract<Body, { readonly text: string }>;

/** What is known of a body beside its text. Without `unknown` the text is in the entry. */
export const BodyNote = v.object({
  unknown: v.exactOptional(Loss),
  truncated: v.exactOptional(v.boolean()),
  binary: v.exactOptional(v.literal(true)),
  rebuilt: v.exactOptional(v.literal(true)),
} satisfies Record<'unknown' | Exclude<keyof KnownBody, 'text'>, v.GenericSchema>);

const Message = v.object({ headersComplete: v.boolean(), body: BodyNote });

/** `entry._grantscope`: what an exchange is and HAR cannot say. */
export const ExchangeNote = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(5_000)),
  startedAt: Amount,
  duration: v.nullable(Amount),
  timings: v.exactOptional(
    v.object({
      blocked: Amount,
      dns: Amount,
      connect: Amount,
      ssl: Amount,
      send: Amount,
      wait: Amount,
      receive: Amount,
    } satisfies Record<keyof Timings, v.GenericSchema>),
  ),
  destination: Where,
  mode: Mode,
  preflight: v.boolean(),
  request: v.object({ headersComplete: v.boolean(), body: v.nullable(BodyNote) }),
  response: v.nullable(Message),
  failure: v.nullable(v.object({ reason: Reason, text: v.nullable(v.string()) })),
  delivered: v.nullable(v.boolean()),
  initiator: v.nullable(v.string()),
  initiatorLine: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  sentFrom: v.exactOptional(v.picklist(['popup', 'worker'])),
  frame: v.nullable(v.string()),
  source: Source,
  fromCache: v.boolean(),
  /** A bound that is null is infinite. */
  clock: v.exactOptional(
    v.object({ shift: Amount, least: v.nullable(Amount), most: v.nullable(Amount) }),
  ),
  viaWorker: v.exactOptional(v.literal(true)),
  beacon: v.exactOptional(v.boolean()),
  onDemand: v.exactOptional(v.boolean()),
  remarks: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          of: Name,
          pinned: v.boolean(),
          text: Shown,
        }),
      ),
      v.maxLength(100),
    ),
  ),
  rehearsed: v.exactOptional(
    v.object({
      ...ARMED,
      ...CHANGE,
      hitAt: Amount,
      made: v.exactOptional(v.literal(true)),
    } satisfies Record<keyof Rehearsed, v.GenericSchema>),
  ),
} satisfies Record<keyof Exchange, v.GenericSchema>);

const Rehearsal = v.object({
  ...ARMED,
  id: v.string(),
  endedAt: v.nullable(Amount),
  ended: v.nullable(v.string()),
  hits: v.array(v.object({ ...CHANGE, at: Amount, method: v.string(), url: v.string() })),
});

const Redaction = v.object({
  version: v.literal(1),
  placeholders: v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      label: Name,
      class: Class,
      standIn: v.pipe(v.string(), v.minLength(1)),
      length: v.nullable(Amount),
      times: Amount,
    }),
  ),
  signatures: v.record(
    v.string(),
    v.object({ is: Shown, kid: v.nullable(v.string()), keys: v.nullable(v.string()) }),
  ),
  hides: v.array(Shown),
});

/** `log._grantscope`: what a recording is beside its exchanges. */
export const RecordingNote = v.object({
  version: v.literal(1),
  sources: v.pipe(
    v.array(v.object({ file: Shown, recorder: Shown, exchanges: Amount })),
    v.maxLength(1_000),
  ),
  navigations: v.array(v.object({ at: Amount, url: v.string() })),
  gaps: v.array(v.object({ kind: Kind, text: Shown, at: v.nullable(Amount) })),
  rehearsals: v.exactOptional(v.array(Rehearsal)),
  redaction: v.exactOptional(Redaction),
});
