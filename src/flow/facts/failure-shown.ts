import type { HtmlText } from '../../http/html-text.ts';
import { hasStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';
import { landingsOf } from './failed-return.ts';
import { readPage } from './page-text.ts';

/** A page of the application that is about a failure, although its status is no error. */
export interface FailureShown {
  readonly shown: Message;
  readonly page: HtmlText;
}

/** Beyond this length a page has content of its own, which can be about anything. */
const MAX_TEXT = 1_500;
const HEAD_LINES = 2;
const FAILURE =
  /\b(?:error|fail(?:ed|ure)|could not|couldn.t|cannot|can.t|unable|problem|went wrong|denied|refused|invalid|unsuccessful|oops|sorry)\b/i;
/** Where applications put users whose login failed. */
const PLACE = /(?:error|fail|log-?in|sign-?in|auth|callback)[^/]*\/?$/i;

/**
 * The page of the callback, or the page for failed logins behind it, whose title or first lines say
 * that something failed.
 */
export function failureShown(response: AuthorizationResponse, flow: Flow): FailureShown | null {
  const behind = landingsOf(response, flow).filter(({ exchange }) =>
    PLACE.test(withoutQuery(exchange.request.url)),
  );
  for (const shown of [response, ...behind]) {
    const { exchange } = shown;
    if (exchange.destination === 'empty' || !hasStatus(exchange.response, 200, 299)) continue;
    const page = readPage(exchange);
    if (!page || page.text.length > MAX_TEXT) continue;
    const head = [page.title, ...page.lines.slice(0, HEAD_LINES)].join('\n');
    if (FAILURE.test(head)) return { shown, page };
  }
  return null;
}
