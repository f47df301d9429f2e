import type { ClockShift } from './clock-shift.ts';

/** One header field as sent; names keep their case and repeat as they were sent. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Why a body is missing although there may have been one. */
export type BodyLoss =
  | 'page-left' // the page navigated or rewrote its URL before the body could be read
  | 'not-read' // the page never read the body, so the browser did not keep it
  | 'withheld' // the browser kept the answer from the page (CORS), and from the recorder
  | 'too-large'
  | 'timed-out'
  | 'stripped' // the program that wrote the HAR left bodies out
  | 'not-fetched' // nothing asked for it, because the recorder saw no sign of OAuth
  | 'not-recorded'; // the recorder has no bodies of this kind

/**
 * A request or response body. `text` is decoded text (binary content is Latin-1, one character per
 * byte). `unknown` says why there is nothing to read; it never means an empty body.
 */
export type Body =
  | {
      readonly text: string;
      readonly truncated?: boolean;
      /** The bytes are no UTF-8 and every one of them was kept: `text` is Latin-1. */
      readonly binary?: true;
      /** Only the fields of the form were recorded. The text was written from them. */
      readonly rebuilt?: true;
    }
  | { readonly unknown: BodyLoss };

/** Fetch standard, "request destination", as far as a recorder can tell. */
export type Destination = 'document' | 'iframe' | 'empty' | 'worker' | 'other' | 'unknown';

/** Fetch standard, "request mode". */
export type RequestMode = 'navigate' | 'cors' | 'no-cors' | 'same-origin' | 'unknown';

export interface HttpRequest {
  readonly method: string;
  /** Absolute URL, with its fragment when the recorder delivers it. */
  readonly url: string;
  readonly headers: readonly Header[];
  /**
   * False when the recorder shows only provisional headers or an exporter removed some: then an
   * absent header is unknown, not missing.
   */
  readonly headersComplete: boolean;
  /** Null when the request certainly had no body. */
  readonly body: Body | null;
}

export interface HttpResponse {
  /**
   * HTTP status; 0 never occurs. Null when the recorder lost it and has the rest of the response:
   * then everything that depends on the status is unknown (`status.ts`).
   */
  readonly status: number | null;
  readonly statusText: string;
  readonly headers: readonly Header[];
  /** As in a request. `Set-Cookie` may be missing all the same. */
  readonly headersComplete: boolean;
  readonly body: Body;
}

/** Why an exchange has no usable response. */
export type FailureReason =
  | 'dns'
  | 'connection-refused'
  | 'connection-reset'
  | 'unreachable' // no route, or an address that nobody can connect to
  | 'bad-answer' // what came back is no HTTP, or cannot be decoded
  | 'tls'
  | 'timed-out'
  | 'too-many-redirects'
  | 'aborted'
  | 'blocked-mixed-content'
  | 'blocked-local-network'
  | 'blocked-by-client' // an extension or a policy
  | 'blocked-by-csp'
  | 'blocked-by-cors'
  | 'blocked-by-response' // X-Frame-Options and the like
  | 'blocked' // by the browser, which does not say more: CORS, CSP, local network access
  | 'unsafe-redirect'
  | 'unsafe-url' // a port, a scheme or plain http that the browser does not allow
  | 'proxy'
  | 'offline'
  | 'cache-miss'
  | 'browser-login' // Negotiate, NTLM or Basic
  | 'browser-failed'
  | 'unknown';

export interface Failure {
  readonly reason: FailureReason;
  /** The browser's name for it, e.g. `net::ERR_CONNECTION_REFUSED`; null when it gave none. */
  readonly text: string | null;
}

/** What a user remarked on a message, or on the flow that it belongs to. */
export interface Remark {
  /** `flow`, or the kind of the message. */
  readonly of: string;
  readonly pinned: boolean;
  /** The note; empty for none. */
  readonly text: string;
}

/** A fault that the user switched on in the running application, as one exchange met it. */
export interface Rehearsed {
  /** Id of the fault. */
  readonly fault: string;
  /** What the fault is called. */
  readonly title: string;
  /** Milliseconds since the epoch: when the user switched it on, and when it met this exchange. */
  readonly armedAt: number;
  readonly hitAt: number;
  /** The parameter or header field that was changed; null when something else was. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Grantscope gave the page this answer itself. The request was never sent. */
  readonly made?: true;
}

/**
 * How long the parts of an exchange took, one after the other, in milliseconds. 0 for a part that did
 * not occur, such as a new connection.
 */
export interface Timings {
  /** Waiting in the browser for a connection. */
  readonly blocked: number;
  readonly dns: number;
  /** Without TLS. */
  readonly connect: number;
  readonly ssl: number;
  readonly send: number;
  /** From the last byte of the request to the first one of the response. */
  readonly wait: number;
  readonly receive: number;
}

/**
 * One HTTP request and its response, or the reason why there was none. The same for every recorder.
 */
export interface Exchange {
  /** Unique within a recording. */
  readonly id: string;
  /**
   * Milliseconds since the epoch, by the clock of the recorder's machine. When `clock` is set, by
   * the reference's clock: the recorder itself wrote `startedAt - clock.shift`.
   */
  readonly startedAt: number;
  /** Set when a recorder other than the reference saw the exchange. */
  readonly clock?: ClockShift;
  /** Milliseconds until the response was complete; null when unknown. */
  readonly duration: number | null;
  /** Not set when the recorder does not tell the parts of the duration apart. */
  readonly timings?: Timings;
  readonly destination: Destination;
  readonly mode: RequestMode;
  /** True for a CORS preflight. */
  readonly preflight: boolean;
  readonly request: HttpRequest;
  /**
   * Null when there was no response, or when it is unknown whether there was one (see `failure`).
   */
  readonly response: HttpResponse | null;
  /** Set when the exchange failed. There may also be a response, which the browser withheld. */
  readonly failure: Failure | null;
  /**
   * Whether the browser handed the response to the page. False for a response that it withheld,
   * null when the recorder cannot tell.
   */
  readonly delivered: boolean | null;
  /** The document or script that caused the request, when known. */
  readonly initiator: string | null;
  /** The line of that script which caused the request, from 1 on, when known. */
  readonly initiatorLine?: number;
  /** Who sent it, when that was not the inspected tab itself. */
  readonly sentFrom?: 'popup' | 'worker';
  /**
   * The frame that the request belongs to, when the recorder knows it. Equal strings are one frame.
   */
  readonly frame: string | null;
  /** Index of the source (file or live recorder) in the recording. */
  readonly source: number;
  /** Served from the HTTP cache without asking the server. */
  readonly fromCache: boolean;
  /**
   * A service worker answered the page. What the server said is unknown, unless the worker's request
   * was recorded: both are then merged into one exchange, without this mark.
   */
  readonly viaWorker?: true;
  /**
   * Sent by `sendBeacon` or as a ping: no page reads the answer. Not set when the recorder cannot
   * tell.
   */
  readonly beacon?: boolean;
  /** Fetched because the user asked for the server's documents; not traffic of the page. */
  readonly onDemand?: boolean;
  /** Pins and notes of the user. */
  readonly remarks?: readonly Remark[];
  /** Set when a fault that the user switched on met the exchange. */
  readonly rehearsed?: Rehearsed;
}

/** A change of the document's URL without a request: history API or fragment navigation. */
export interface Navigation {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Absolute URL, with its fragment when the recorder delivers it. */
  readonly url: string;
}

/** Something that a recorder knows it could not see. `kind` is stable, `text` is shown to users. */
export interface Gap {
  readonly kind: GapKind;
  readonly text: string;
  /** Milliseconds since the epoch, or null when the gap has no single moment. */
  readonly at: number | null;
}

export type GapKind =
  | 'late-start' // recording began after the page had loaded
  | 'popup' // the login continued in another window
  | 'back-channel' // the code went to a server, whose exchange no browser sees
  | 'lost-body'
  | 'lost-exchange'
  | 'service-worker'
  | 'blind-page' // the browser hides what an error page does from extensions
  | 'unread-entry' // an entry of a file that cannot be read
  | 'unread-message' // the same, and it may be an OAuth message
  | 'truncated-file'
  | 'sanitized-file'
  | 'clock' // two recorders' clocks differ, and times were shifted
  | 'own-failure' // Grantscope itself failed at something
  | 'paused'
  | 'no-answer' // the page, DevTools or the background did not answer in time
  | 'dropped' // the recording was too large, and its oldest part was removed
  | 'ended'; // the extension was updated or switched off
