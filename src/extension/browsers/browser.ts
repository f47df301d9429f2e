import type { Dialect } from '../../har/dialect.ts';
import type { HarEntryLike } from '../../har/entry.ts';
import type { HarLog } from '../devtools/devtools-api.ts';
import type { LogPace } from '../devtools/log-schedule.ts';
import type { LogLimit } from '../devtools/log-weight.ts';
import type { PageState } from '../devtools/page-state.ts';

/** A body as DevTools hand it over, with the second value that came with it. */
export interface Content {
  readonly text: string;
  /** The encoding in Chromium, the media type in Firefox. */
  readonly kind: string | null;
}

/**
 * Everything that browsers do differently, by the name of the behaviour. No other file asks which
 * browser it is. The consequences of a behaviour are in the file that uses it.
 */
export interface Browser {
  /** How it writes the HAR entries of `devtools.network`. */
  readonly dialect: Dialect;
  /** Setting of the Network panel that keeps the log when a page loads, in the panel's words. */
  readonly keepLogSetting: string;

  readonly logPace: LogPace;
  /** A log beyond this limit is not read; null for none. */
  readonly logLimit: LogLimit | null;
  /** Whether the log can be read at any time without harm to what the page does. */
  readonly readsLogWhileLoading: boolean;
  /** Whether the log shows that it holds more than the requests of this page. */
  keepsPages(log: HarLog, page: PageState | null): boolean;
  /** Whether a listed request still waits for its response. */
  isPending(entry: HarEntryLike): boolean;

  /** Whether `onNavigated` also reports the history API and changed fragments. */
  readonly tellsOfUrlChanges: boolean;
  /** Whether the request of a page that has loaded may be missing from events and log. */
  readonly losesPageRequests: boolean;
  /** Whether extensions get no log while the tab shows a page of the browser itself. */
  readonly hidesOwnPages: boolean;

  /** Whether any change of the page's URL makes DevTools forget which bodies belong to entries. */
  readonly forgetsBodies: boolean;
  decodeBody(content: Content, entry: HarEntryLike): string;

  /** `webRequest` options without which the browser leaves out some headers. */
  readonly allHeaders: readonly string[];
  /** Whether a match pattern with a port matches the URLs with that port. Else it matches nothing. */
  readonly patternsHavePorts: boolean;
  /** Whether a rule that redirects a request hides rules about its headers, also when it changes nothing. */
  readonly redirectHidesHeaders: boolean;
  /** Whether a navigation that a rule blocks leaves the tab on the old page, without an error page. */
  readonly blockKeepsPage: boolean;
  /** Permissions that rules need beside access to the sites, and that may be asked for. */
  readonly rulePermissions: readonly string[];
  /** Whether the page got a response that `webRequest.onCompleted` reports. Null for unknown. */
  readonly deliversCompleted: true | null;
}
