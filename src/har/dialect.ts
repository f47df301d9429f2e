import type { Body, Exchange, Failure, Header } from '../http/exchange.ts';
import type { RequestFacts } from './entry-headers.ts';
import { requestUrl } from './entry-url.ts';
import type { LogTool } from './log-head.ts';
import { asText, type Loose } from './loose.ts';

/** The request of an entry, as far as its headers were read. */
interface ReadRequest {
  readonly raw: Loose;
  readonly headers: readonly Header[];
  readonly facts: RequestFacts;
}

/** An entry that has neither a status nor an error text. */
export interface UnexplainedEntry {
  readonly entry: Loose;
  readonly request: Loose;
  readonly response: Loose;
  readonly url: string;
  /** What `errorText` returned: '' is an error without a text, null is no error. */
  readonly text: string | null;
}

/**
 * How one program writes HAR. Each program has a file in `dialects/`, found by the build; its
 * comment becomes the program's row in `docs/har.md`. What a dialect does not define is read as
 * HAR 1.2 says and as an intercepting proxy writes it.
 */
export interface Dialect {
  /** The usual name of the program. */
  readonly name: string;
  /** Matches `creator.name`; null when the program does not sign its files. */
  readonly creator: RegExp | null;
  /** The program records in a browser: headers may be provisional, sizes unknown. */
  readonly insideBrowser: boolean;
  /** Its start times are those of the export: the `Date` of each response is used instead. */
  readonly startsAtExport: boolean;
  /** It can leave out the headers that hold credentials, and does not say so. */
  readonly omitsCredentials: boolean;
  /** All response headers are there, repeated ones included. */
  readonly responseHeadersComplete: boolean;
  /** `postData.params` are percent-encoded as they were sent. */
  readonly paramsAreEncoded: boolean;
  /** Request bodies are cut at this many characters, and nothing says so. */
  readonly requestBodyLimit: number;
  /**
   * Its members come in the order of HAR 1.2 and under their names, so that an entry which loads
   * something of a page can be told apart without parsing it.
   */
  readonly hasPlainEntries: boolean;
  /** `content.size` 0 means that the body was empty, not that it was dropped. */
  readonly sizeZeroIsEmpty: boolean;
  /**
   * The exchange as the program itself keeps it, with id and source, for a program that writes all of
   * it into the entry; null when it is damaged. Without this function no entry is read so.
   */
  readonly whole: ((entry: Loose) => Exchange | null) | null;
  /** Whether fields that only this program writes are there, for files without a `creator`. */
  looksLike(entry: Loose): boolean;
  /** What to call the program and its version; the brand is what `brandOf` found. */
  title(creator: LogTool | null, brand: string | null): string;
  /** The product that sent the request, when several share the dialect. */
  brandOf(entry: Loose): string | null;
  /** The absolute URL of the request, with its query. */
  requestUrl(request: Loose): string;
  /** Milliseconds of the exchange; null when the entry's number does not mean that. */
  duration(time: number): number | null;
  requestHeadersComplete(request: ReadRequest): boolean;
  /** A request body that is not in `postData`; null when there is none. */
  requestBodyElsewhere(request: Loose): Body | null;
  /** Whether a body is in base64 although nothing says so. `size`: what the entry says of it. */
  isUnmarkedBase64(body: { text: string; size: unknown; mimeType: string }): boolean;
  /** The body of `postData` or `content` is in another file. */
  isBodyApart(holder: Loose): boolean;
  /** The response body was left out because it was too large. */
  isBodyTooLarge(content: Loose): boolean;
  /** Why there is no usable response: null when nothing is said, '' when no reason is given. */
  errorText(entry: Loose, response: Loose): string | null;
  /** What the program itself answered in place of a server that it did not reach; null for others. */
  ownAnswer(response: Loose): string | null;
  /** A response arrived although its status is not there. */
  losesStatus(response: Loose): boolean;
  /** Whether the page got a response without a reported error. Null when that is unknown. */
  delivered(response: Loose): boolean | null;
  /** What happened when there is neither a status nor an error text. */
  failure(entry: UnexplainedEntry): Failure | null;
  /** Which frame sent the request. */
  frame(entry: Loose): string | null;
  fromCache(entry: Loose): boolean;
  /** A service worker answered the page. A request of the worker is another entry. */
  viaWorker(entry: Loose, response: Loose): boolean;
}

const DEFAULTS: Omit<Dialect, 'name'> = {
  creator: null,
  insideBrowser: false,
  startsAtExport: false,
  omitsCredentials: false,
  responseHeadersComplete: true,
  paramsAreEncoded: false,
  requestBodyLimit: Number.POSITIVE_INFINITY,
  hasPlainEntries: false,
  sizeZeroIsEmpty: true,
  whole: null,
  looksLike: () => false,
  title(this: Dialect, creator) {
    if (creator === null) return this.name;
    return creator.version === '' ? creator.name : `${creator.name} ${creator.version}`;
  },
  brandOf: () => null,
  requestUrl,
  duration: (time) => time,
  requestHeadersComplete(this: Dialect, { headers, facts }) {
    return this.insideBrowser ? facts.host : headers.length > 0;
  },
  requestBodyElsewhere: () => null,
  isUnmarkedBase64: () => false,
  isBodyApart: () => false,
  isBodyTooLarge: () => false,
  errorText: (entry, response) => asText(response._error) ?? asText(entry._error),
  ownAnswer: () => null,
  losesStatus: () => false,
  delivered: () => null,
  failure: () => null,
  frame: () => null,
  viaWorker: (entry, response) =>
    response._fetchedViaServiceWorker === true || entry._fetchedViaServiceWorker === true,
  fromCache: ({ _fromCache }) => typeof _fromCache === 'string' && _fromCache !== '',
};

/** Completes a dialect with the habits that most programs share. */
export function defineDialect(habits: Partial<Dialect> & Pick<Dialect, 'name'>): Dialect {
  return { ...DEFAULTS, ...habits };
}
