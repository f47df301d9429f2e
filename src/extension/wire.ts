import type { Body, Header } from '../http/exchange.ts';

/** What the background hands to the devtools page: one event of one request, as it happened. */
export type WireEvent = RequestEvent | SentEvent | HeadersEvent | EndEvent | BodyEvent | CopyEvent;

/** Whose request an event is about, and when it happened in milliseconds since the epoch. */
interface OnWire {
  /** Unique within a browser session; redirects keep it. */
  readonly requestId: string;
  readonly at: number;
}

/** `webRequest.ResourceType`, as far as the recorder listens to it. */
export type WireKind = 'main_frame' | 'sub_frame' | 'xmlhttprequest' | 'ping' | 'other';

export interface RequestEvent extends OnWire {
  readonly type: 'request';
  /** -1 for a request of a service worker or shared worker. */
  readonly tabId: number;
  readonly kind: WireKind;
  readonly method: string;
  readonly url: string;
  readonly initiator: string | null;
  readonly body: Body | null;
}

interface SentEvent extends OnWire {
  readonly type: 'sent';
  readonly headers: readonly Header[];
}

interface Answered extends OnWire {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
}

/** The status and the headers are there; what comes of them is not decided yet. */
export interface HeadersEvent extends Answered {
  readonly type: 'headers';
}

/** The request is over, or goes on at another URL under the same id. */
export interface EndEvent extends Answered {
  readonly type: 'end';
  /** Absolute target of a redirect; null for the end of the chain. */
  readonly redirect: string | null;
  /** The browser's word for the failure; null when there was none. */
  readonly error: string | null;
  readonly fromCache: boolean;
  /** Whether the page got the answer, where the end of a request says so. */
  readonly delivered: boolean | null;
}

/** The answer's text, taken from the network stream. */
interface BodyEvent extends OnWire {
  readonly type: 'body';
  readonly body: Body;
}

/** A copy of an answer that a page's own script got: material from the page, which proves nothing. */
export interface CopyEvent {
  readonly type: 'copy';
  readonly at: number;
  readonly tabId: number;
  readonly method: string;
  /** Of the final answer, without fragment. */
  readonly url: string;
  readonly status: number;
  readonly request: string | null;
  readonly text: string;
}

/** A change of URL without a request, in a window that the inspected tab opened. */
export interface WireNavigation {
  readonly at: number;
  readonly url: string;
}

/** From the background to the devtools page, over the port of that page. */
export type ToDevtools =
  | { readonly type: 'state'; readonly on: boolean }
  | { readonly type: 'events'; readonly events: readonly WireEvent[] }
  | { readonly type: 'navigation'; readonly navigation: WireNavigation };

/** From the devtools page to the background. */
export type ToBackground =
  | { readonly type: 'watch'; readonly tabId: number; readonly origin: string | null }
  /** Keeps the background awake while DevTools are open. */
  | { readonly type: 'ping' }
  /** Opens the page that asks for the permission, where the panel cannot ask itself. */
  | { readonly type: 'ask' }
  /** Gives the permission back. */
  | { readonly type: 'forget' };

/** Name of the port between a devtools page and the background. */
export const PORT = 'grantscope-devtools';

/** What a devtools page does with what the background tells. */
export interface Receiver {
  message(message: ToDevtools): void;
  /** Origin of the inspected page, whose service worker belongs to the tab. */
  origin(): Promise<string | null>;
}

/** A devtools page's line to the background. */
export interface BackgroundLine {
  /** Takes up the line, and takes it up again whenever the background was stopped. */
  open(receiver: Receiver): void;
  /** Opens the page that asks for the permission. */
  ask(): void;
  /** Gives the permission back. */
  forget(): void;
}
