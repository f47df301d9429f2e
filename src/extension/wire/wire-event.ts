import * as v from 'valibot';

const Headers = v.pipe(v.array(v.object({ name: v.string(), value: v.string() })), v.readonly());

const BodySchema = v.union([
  v.object({
    text: v.string(),
    truncated: v.exactOptional(v.boolean()),
    binary: v.exactOptional(v.literal(true)),
  }),
  // The background knows of no other reason.
  v.object({ unknown: v.literal('not-recorded') }),
]);
export type WireBody = v.InferOutput<typeof BodySchema>;

/** Whose request an event is about, and when it happened. */
const ON_WIRE = {
  /** Unique within a browser session; redirects keep it. */
  requestId: v.string(),
  /** Milliseconds since the epoch. */
  at: v.number(),
};

const ANSWERED = {
  ...ON_WIRE,
  status: v.number(),
  statusText: v.string(),
  headers: Headers,
};

const RequestEventSchema = v.object({
  ...ON_WIRE,
  type: v.literal('request'),
  /** -1 for a request of a service worker or shared worker. */
  tabId: v.number(),
  /** `webRequest.ResourceType`, as far as the recorder listens to it. */
  kind: v.picklist(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other']),
  method: v.string(),
  url: v.string(),
  initiator: v.nullable(v.string()),
  body: v.nullable(BodySchema),
});
export type RequestEvent = v.InferOutput<typeof RequestEventSchema>;

const SentEvent = v.object({ ...ON_WIRE, type: v.literal('sent'), headers: Headers });

const HeadersEventSchema = v.object({ ...ANSWERED, type: v.literal('headers') });
/** The status and the headers are there; what comes of them is not decided yet. */
export type HeadersEvent = v.InferOutput<typeof HeadersEventSchema>;

const EndEventSchema = v.object({
  ...ANSWERED,
  type: v.literal('end'),
  /** Absolute target of a redirect; null for the end of the chain. */
  redirect: v.nullable(v.string()),
  /** The browser's word for the failure; null when there was none. */
  error: v.nullable(v.string()),
  fromCache: v.boolean(),
  /** Whether the page got the answer, where the end of a request says so. */
  delivered: v.nullable(v.boolean()),
});
/** The request is over, or goes on at another URL under the same id. */
export type EndEvent = v.InferOutput<typeof EndEventSchema>;

/** The answer's text, taken from the network stream. */
const BodyEvent = v.object({ ...ON_WIRE, type: v.literal('body'), body: BodySchema });

const CopyEventSchema = v.object({
  type: v.literal('copy'),
  at: v.number(),
  tabId: v.number(),
  method: v.string(),
  /** Of the final answer, without fragment. */
  url: v.string(),
  status: v.number(),
  request: v.nullable(v.string()),
  text: v.string(),
});
/** A copy of a response that a page's own script got. The page may have forged it. */
export type CopyEvent = v.InferOutput<typeof CopyEventSchema>;

/** What the background hands to the devtools page: one event of one request, as it happened. */
export const WireEventSchema = v.variant('type', [
  RequestEventSchema,
  SentEvent,
  HeadersEventSchema,
  EndEventSchema,
  BodyEvent,
  CopyEventSchema,
]);
export type WireEvent = v.InferOutput<typeof WireEventSchema>;
