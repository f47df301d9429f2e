import type { Exchange, Gap } from '../../http/exchange.ts';
import { withoutQuery } from '../../http/url.ts';
import { keepLogAdvice, lossWord } from '../../words/losses.ts';
import type { Browser } from '../browsers/browser.ts';

/** DevTools were opened on a page that had loaded before. */
export function lateStart(at: number): Gap {
  const text =
    'Recording began when DevTools were opened, after this page had loaded. What happened before cannot be seen. Reload the page to record it from the start.';
  return { kind: 'late-start', text, at };
}

/** Chromium hides its error pages, and what finishes on them, from extensions. */
export function blindPage(at: number): Gap {
  const text =
    'The tab shows a page of the browser itself, most likely an error page. The browser hides such pages from extensions, so requests that end there may be missing until the next page loads.';
  return { kind: 'blind-page', text, at };
}

/** The page was asked and did not answer, as in Firefox while it is paused in the debugger. */
export function silentPage(at: number): Gap {
  const text =
    'The page did not answer for some seconds. Most likely it was paused in the debugger or very busy. Changes of its URL without a request may be missing.';
  return { kind: 'no-answer', text, at };
}

/** DevTools did not hand over their log. */
export function silentLog(at: number): Gap {
  const text =
    'DevTools did not hand over the Network log in time. What they did not report by themselves may be missing.';
  return { kind: 'no-answer', text, at };
}

/** The recorder in the background was on and does not answer. */
export function silentBackground(at: number): Gap {
  const text =
    'The recorder in the background did not answer for some seconds. What popups, workers and pages that navigate away at once did meanwhile may be missing.';
  return { kind: 'no-answer', text, at };
}

/** The background had no room for what happened while it was not connected. */
export function lostEvents(count: number, at: number): Gap {
  const text = `The recorder in the background could not hold ${count} of its events, because the browser gives it too little memory. Responses of popups, workers and pages that navigate away at once may be missing.`;
  return { kind: 'dropped', text, at };
}

/** The extension was updated, reloaded or switched off while DevTools were open. */
export function endedRecording(at: number): Gap {
  const text =
    'Recording ended because the extension was updated, reloaded or switched off. Close DevTools and open them again to go on.';
  return { kind: 'ended', text, at };
}

/** Whether no server has sent the page, so that browsers hide it from extensions. */
export function isLocalPage(url: string): boolean {
  return /^(?:file:|about:blank)/i.test(url);
}

/** A page without a server, or one that extensions may not even ask for its URL. */
export function localPage(url: string | null, at: number): Gap {
  const text = url?.toLowerCase().startsWith('file:')
    ? 'The page was opened from a file. The browser may hide from extensions what it does, and authorization servers do not redirect to files. Serve the page from http://localhost.'
    : 'The tab showed an empty page or a page of the browser itself. The browser hides from extensions what happens there, until another page loads.';
  return { kind: 'blind-page', text, at };
}

/** The page navigated away before a response could be read. A setting of DevTools prevents that. */
export function lostBody(exchange: Exchange, { keepLogSetting }: Browser): Gap {
  const { method, url } = exchange.request;
  const text = `The response to ${method} ${withoutQuery(url)} could not be read: ${lossWord('page-left')}. ${keepLogAdvice(keepLogSetting)}.`;
  return { kind: 'lost-body', text, at: exchange.startedAt };
}

/** When a page loads, Firefox clears its log, and sometimes the requests of that page with it. */
export function lostPage(url: string, at: number): Gap {
  const text = `Firefox did not report the request of the page ${withoutQuery(url)}, nor the redirects that led to it. Switch on "Persist Logs" in the Network panel and repeat the step to see them.`;
  return { kind: 'lost-exchange', text, at };
}

/** The log is not read because that would block the browser for seconds. */
export function heavyLog(at: number): Gap {
  const text =
    'The Network log is too large to be read again. What Firefox did not report by itself may be missing. Reload the page, with "Persist Logs" off, to start with an empty log.';
  return { kind: 'lost-exchange', text, at };
}

/** The user paused the recording. */
export function pausedFor(from: number, until: number): Gap {
  const seconds = Math.max(1, Math.round((until - from) / 1000));
  return { kind: 'paused', text: `Recording was paused for ${seconds} s.`, at: from };
}

/** The recording reached its limit, and its oldest part was removed. */
export function droppedOldest(from: number, until: number): Gap {
  const span = Math.max(1, Math.round((until - from) / 60_000));
  const text = `The recording reached its limit of memory: the oldest requests, of ${span} min, were removed. Clear the recording to have room for more.`;
  return { kind: 'dropped', text, at: until };
}

/** The recording is full of what is shown, pinned or not finished. */
export function fullRecording(at: number): Gap {
  const text =
    'The recording is full, and nothing in it may be removed, because it is shown, pinned or not finished. API calls that succeed are not recorded any more. Clear the recording or select another flow to go on.';
  return { kind: 'dropped', text, at };
}
