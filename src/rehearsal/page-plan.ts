import { originOfUrl, parseUrl } from '../http/url.ts';

/** The calls of a page that a fault bends. */
export interface BentCalls {
  readonly method: string;
  /** Absolute, without query and fragment. */
  readonly url: string;
  /** A parameter of the form that the call must have; null when any call to that URL counts. */
  readonly parameter: string | null;
}

/** What a script in the page does when its moment has come. */
export type PageDeed =
  /** The next of the calls goes out with this value of a parameter of its form. */
  | { readonly kind: 'change-parameter'; readonly name: string; readonly value: string }
  /** The next of the calls goes out with this token in `Authorization`. */
  | { readonly kind: 'change-token'; readonly value: string }
  /** The next of the calls is not sent, and the page gets this answer. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly statusText: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** The next of the calls is sent so many milliseconds later. */
  | { readonly kind: 'late'; readonly by: number }
  /** The next of the calls is not sent, and nothing comes back for so many milliseconds. */
  | { readonly kind: 'lost'; readonly after: number }
  /** The next of the calls is sent and answered, and the page gets a failure, as by CORS. */
  | { readonly kind: 'withheld' }
  /** A copy of the next of the calls is sent before it. */
  | { readonly kind: 'twice' }
  /** `Date` is so many milliseconds ahead; with calls, until the page sends one of them or is left. */
  | { readonly kind: 'clock'; readonly by: number }
  /**
   * The next time that the page goes to the URL, a parameter of its query has this value, or this text
   * behind its value. The calls are navigations and new windows.
   */
  | {
      readonly kind: 'change-navigation';
      readonly name: string;
      readonly value: string;
      readonly appends: boolean;
    }
  /** The next `window.open` opens nothing. */
  | { readonly kind: 'no-popup' }
  /** The page is loaded again while its URL, the redirect URI, still has the response. */
  | { readonly kind: 'load-again'; readonly url: string }
  /** The page goes to this URL. */
  | { readonly kind: 'go'; readonly url: string };

/** A fault as a script in the page brings it about: plain data that no network has written. */
export interface PagePlan {
  /** Id of the fault, and what it is called. */
  readonly fault: string;
  readonly title: string;
  /** The only origin in whose pages the script acts. */
  readonly origin: string;
  readonly calls: BentCalls | null;
  readonly deed: PageDeed;
  /** Whether it ends when it has met the application once. */
  readonly once: boolean;
}

/** What replaces a value of the application. */
export const FAKE = 'rehearsed';

/** RFC 7636 section 4.2: the same with the length that a challenge has. */
export const FAKE_CHALLENGE = 'rehearsed-rehearsed-rehearsed-rehearsed-reh';

/** What is put behind a value of the application. */
const SLASH = '/';

/** Deeds that need to know which calls they are about. */
const BENDS: ReadonlySet<PageDeed['kind']> = new Set([
  'change-navigation',
  'change-parameter',
  'change-token',
  'answer',
  'late',
  'lost',
  'twice',
  'withheld',
]);

/**
 * Why a plan is not carried out; null when it may be. It must name one origin, and the URL of the calls
 * that it bends.
 */
export function planRefusal({ origin, calls, deed }: PagePlan): string | null {
  const parsed = parseUrl(origin);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.origin !== origin)
    return 'It names no origin.';
  if (BENDS.has(deed.kind) && !isCall(calls)) return 'It names no URL of a call.';
  if ('value' in deed && !isOwn(deed)) return 'It sends a value that is not its own.';
  if ((deed.kind === 'go' || deed.kind === 'load-again') && !isWeb(deed.url))
    return 'It leads to no web page.';
  return null;
}

function isOwn(deed: Extract<PageDeed, { readonly value: string }>): boolean {
  if (deed.kind !== 'change-navigation') return deed.value === FAKE;
  if (deed.appends) return deed.value === SLASH;
  return deed.value === FAKE || deed.value === FAKE_CHALLENGE;
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && originOfUrl(url) !== null;

function isCall(calls: BentCalls | null): boolean {
  return calls !== null && isWeb(calls.url) && !/[?#]/.test(calls.url) && calls.method !== '';
}
