import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { isError } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';

const MAX_TEXT = 4_000;

/**
 * The text of a response body that the user could read: for HTML the text of the page, else the
 * body.
 */
function readableText({ exchange }: Message): string | null {
  const { response } = exchange;
  if (!response || !('text' in response.body)) return null;
  const { text } = response.body;
  const html = isHtml(headerValue(response.headers, 'content-type')) || /^\s*</.test(text);
  return (html ? htmlText(text).text : text).slice(0, MAX_TEXT);
}

/** The authorization server's text when it refused the request; empty when it did not refuse. */
export function refusalText(flow: Flow): string {
  const errors = flow.responses.flatMap(({ params }) => [
    params.get('error') ?? '',
    params.get('error_description') ?? '',
  ]);
  const pages = flow.messages
    .filter(({ kind }) => kind === 'authorization-request' || kind === 'interaction')
    .filter(({ exchange }) => isError(exchange.response))
    .map((message) => readableText(message) ?? '');
  return [...errors, ...pages].filter(Boolean).join('\n').slice(0, MAX_TEXT);
}
