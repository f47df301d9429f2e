import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { isOk } from '../../http/status.ts';
import type { EndSessionRequest } from '../../oauth/kinds/end-session-request.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';

const ASKS = /log-?_?out|sign-?_?(?:out|off)|end_?session|session\/end|confirm/i;
/** What makes a page that says nothing more go on by itself. */
const GOES_ON = /<(?:script|iframe|meta[^>]+refresh)/i;

/** Whether a page of the server asks the user to confirm the logout. */
export function asksToConfirm({ exchange }: Message): boolean {
  const body = exchange.response?.body;
  if (!body || !('text' in body) || !/<form/i.test(body.text)) return false;
  return htmlText(body.text).forms.some(
    ({ method, action }) => method === 'post' && (action === '' || ASKS.test(action)),
  );
}

/** Where the logout of a flow ended, when the user did not come back to the application. */
export interface LogoutEnd {
  /** The page of the server that was shown last. */
  readonly page: Message;
  /** Whether it asks the user; else it only says that the logout is done. */
  readonly asks: boolean;
}

/**
 * The page of the server on which a logout with a place to return to ended. Null when the user came
 * back, when the page refuses, and when it may go on by itself.
 */
export function logoutEnd(flow: Flow): LogoutEnd | null {
  if (flow.messages.some(({ kind }) => kind === 'landing')) return null;
  const page = flow.messages.findLast(
    ({ kind }) => kind === 'end-session-request' || kind === 'interaction',
  );
  const response = page?.exchange.response;
  if (!page || !response || !isOk(response) || page.exchange.destination === 'empty') return null;
  if (!isHtml(headerValue(response.headers, 'content-type'))) return null;
  if (!('text' in response.body)) return null;
  if (asksToConfirm(page)) return { page, asks: true };
  return GOES_ON.test(response.body.text) ? null : { page, asks: false };
}

/** Whether this is the request that began the logout, and not the form that confirms it. */
export function beginsLogout(message: EndSessionRequest, { messages }: Flow): boolean {
  return messages.find(({ kind }) => kind === 'end-session-request') === message;
}
