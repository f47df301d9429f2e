import fc from 'fast-check';
import type {
  Body,
  BodyLoss,
  Exchange,
  FailureReason,
  GapKind,
  Header,
  HttpResponse,
} from '../../src/http/exchange.ts';
import type { Placeholder, Recording } from '../../src/http/recording.ts';

const LOSSES = [
  ...['page-left', 'not-read', 'withheld', 'too-large', 'timed-out'],
  ...['stripped', 'not-fetched', 'not-recorded'],
] as readonly BodyLoss[];

const REASONS = [
  ...['dns', 'connection-refused', 'connection-reset', 'unreachable', 'bad-answer', 'tls'],
  ...['timed-out', 'too-many-redirects', 'aborted', 'blocked-mixed-content'],
  ...['blocked-local-network', 'blocked-by-client', 'blocked-by-csp', 'blocked-by-cors'],
  ...['blocked-by-response', 'blocked', 'unsafe-redirect', 'unsafe-url', 'proxy', 'offline'],
  ...['cache-miss', 'browser-login', 'browser-failed', 'unknown'],
] as readonly FailureReason[];

const GAPS = [
  ...['late-start', 'popup', 'back-channel', 'lost-body', 'lost-exchange', 'service-worker'],
  ...['blind-page', 'unread-entry', 'unread-message', 'truncated-file', 'sanitized-file'],
  ...['clock', 'own-failure', 'paused'],
] as readonly GapKind[];

/** Text with NUL, unpaired surrogates, bytes, and what JSON, HTML and HAR give a meaning. */
const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) }),
  fc.constantFrom(
    '',
    '\0',
    '\uD800',
    '\uDC00x',
    '\u2028',
    '"]}}',
    '</script>',
    '__proto__',
    'a=b&c',
  ),
);

const header: fc.Arbitrary<Header> = fc.record({
  name: fc.oneof(
    text,
    fc.constantFrom('Cookie', 'set-cookie', ':path', 'Host', 'Content-Type', 'location', ''),
  ),
  value: fc.oneof(text, fc.constant('a=b; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')),
});

const headers = fc.array(header, { maxLength: 4 });

const body: fc.Arbitrary<Body> = fc.oneof(
  text.map((one) => ({ text: one })),
  text.map((one) => ({ text: one, binary: true as const })),
  text.map((one) => ({ text: one, rebuilt: true as const })),
  fc.tuple(text, fc.boolean()).map(([one, truncated]) => ({ text: one, truncated })),
  fc.constantFrom(...LOSSES).map((unknown) => ({ unknown })),
);

const time = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }),
  fc.double({ min: 1, max: 4e12, noNaN: true }),
);

const url = fc
  .tuple(fc.constantFrom('https://a.test/', 'http://localhost:1/?', 'https://a.test/#'), text)
  .map(([start, rest]) => start + rest);

const response: fc.Arbitrary<HttpResponse> = fc.record({
  status: fc.option(fc.integer({ min: 100, max: 999 })),
  statusText: text,
  headers,
  headersComplete: fc.boolean(),
  body,
});

const clock = fc.record({
  shift: fc.integer(),
  least: fc.oneof(fc.integer(), fc.constant(Number.NEGATIVE_INFINITY)),
  most: fc.oneof(fc.integer(), fc.constant(Number.POSITIVE_INFINITY)),
});

const exchange: fc.Arbitrary<Omit<Exchange, 'id'>> = fc.record(
  {
    startedAt: time,
    duration: fc.option(time),
    destination: fc.constantFrom('document', 'iframe', 'empty', 'worker', 'other', 'unknown'),
    mode: fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin', 'unknown'),
    preflight: fc.boolean(),
    request: fc.record({
      method: fc.constantFrom('GET', 'POST', 'OPTIONS', 'get', 'M-SEARCH'),
      url,
      headers,
      headersComplete: fc.boolean(),
      body: fc.option(body),
    }),
    response: fc.option(response),
    failure: fc.option(fc.record({ reason: fc.constantFrom(...REASONS), text: fc.option(text) })),
    delivered: fc.option(fc.boolean()),
    initiator: fc.option(text),
    initiatorLine: fc.integer({ min: 1 }),
    sentFrom: fc.constantFrom('popup', 'worker'),
    frame: fc.option(text),
    source: fc.nat({ max: 3 }),
    fromCache: fc.boolean(),
    clock,
    viaWorker: fc.constant(true),
    beacon: fc.boolean(),
    onDemand: fc.boolean(),
    remarks: fc.array(
      fc.record({ of: fc.constantFrom('flow', 'token-request'), pinned: fc.boolean(), text }),
      { maxLength: 2 },
    ),
    rehearsed: fc.record(
      {
        fault: fc.constantFrom('refresh-refused', 'state-changed'),
        title: fc.constant('The refresh token is refused'),
        armedAt: time,
        hitAt: time,
        name: fc.option(fc.constantFrom('state', 'refresh_token')),
        before: fc.option(text),
        after: fc.option(text),
        made: fc.constant(true as const),
      },
      { requiredKeys: ['fault', 'title', 'armedAt', 'hitAt', 'name', 'before', 'after'] },
    ),
  },
  {
    requiredKeys: [
      ...(['startedAt', 'duration', 'destination', 'mode', 'preflight', 'request'] as const),
      ...(['response', 'failure', 'delivered', 'initiator', 'frame', 'source'] as const),
      'fromCache',
    ],
  },
);

const placeholder: fc.Arbitrary<Placeholder> = fc.record({
  name: fc.nat().map((index) => `‹code-${index}›`),
  label: fc.constantFrom('code', 'access-token', 'person'),
  class: fc.constantFrom('secret', 'one-time', 'traceable', 'personal', 'host', 'value'),
  standIn: text.map((one) => `x${one}`),
  length: fc.option(fc.nat()),
  times: fc.nat(),
});

const redaction = fc.record({
  version: fc.constant(1 as const),
  placeholders: fc.array(placeholder, { maxLength: 4 }),
  signatures: fc.dictionary(
    fc.string().filter((name) => !/^(?:__proto__|prototype|constructor)$/.test(name)),
    fc.record({
      is: fc.constantFrom('verified', 'invalid'),
      kid: fc.option(text),
      keys: fc.option(text),
    }),
    { maxKeys: 4, noNullPrototype: true },
  ),
  hides: fc.array(text, { maxLength: 3 }),
});

/** Any recording that a recorder, a file or a redaction can make. */
export const anyRecording: fc.Arbitrary<Recording> = fc
  .record(
    {
      exchanges: fc.array(exchange, { maxLength: 6 }),
      navigations: fc.array(fc.record({ at: time, url }), { maxLength: 3 }),
      gaps: fc.array(fc.record({ kind: fc.constantFrom(...GAPS), text, at: fc.option(time) }), {
        maxLength: 3,
      }),
      sources: fc.array(fc.record({ file: text, recorder: text, exchanges: fc.nat() }), {
        minLength: 4,
        maxLength: 4,
      }),
      redaction,
    },
    { requiredKeys: ['exchanges', 'navigations', 'gaps', 'sources'] },
  )
  .chain((recording) =>
    fc
      .uniqueArray(
        fc.oneof(
          fc.nat().map((nth) => `0:${nth}`),
          text.map((one) => `x${one}`),
        ),
        {
          minLength: recording.exchanges.length,
          maxLength: recording.exchanges.length,
        },
      )
      .map((ids) => ({
        ...recording,
        exchanges: recording.exchanges.map((one, index) => ({ id: ids[index] ?? '', ...one })),
      })),
  );
