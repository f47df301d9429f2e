import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { type HtmlText, htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { messageInScript, type SignatureMatch } from '../../providers/registry/errors.ts';
import { cutAtWord } from '../../words/quote.ts';

/** Leaves room for the sign that something was cut. */
const MAX_WORDS = 299;
/**
 * Beyond this length, error pages hold documentation, or the source code that a debug page quotes.
 */
export const MAX_ERROR_PAGE = 4_000;
/** A line of a stack trace; the error is above it. */
const STACK_LINE = /^\s*at \S.*:(?:line )?\d+\)?$/;

/** The text of a page as a user reads it; null when the body was not recorded. */
export function readPage(exchange: Exchange): HtmlText | null {
  const { response } = exchange;
  if (!response || !('text' in response.body)) return null;
  const { text } = response.body;
  const inScript = scriptMessage(exchange, text);
  if (inScript !== null) return { title: '', text: inScript, lines: [inScript], forms: [] };
  if (isHtml(headerValue(response.headers, 'content-type')) || /^\s*</.test(text)) {
    return htmlText(text);
  }
  const plain = text.slice(0, MAX_ERROR_PAGE);
  return { title: '', text: plain, lines: plain.split('\n'), forms: [] };
}

/** At most 300 characters of a page: the line that a signature matched, else title and text. */
export function summaryOf(page: HtmlText, match: SignatureMatch | null): string {
  if (match && match.line !== '' && match.signature.about !== 'other') return match.line;
  const lines = page.lines.filter((line) => !page.title.includes(line) && !STACK_LINE.test(line));
  const words = [page.title, ...lines].filter(Boolean).join(' · ');
  return words.length > MAX_WORDS ? `${cutAtWord(words, MAX_WORDS)}…` : words;
}

/** What a user reads on a page, at most 300 characters; null when the body was not recorded. */
export function wordsOf(exchange: Exchange): string | null {
  const page = readPage(exchange);
  return page === null ? null : summaryOf(page, null);
}

function scriptMessage(exchange: Exchange, html: string): string | null {
  const message = messageInScript(exchange, html);
  if (message === null) return null;
  try {
    const read: unknown = JSON.parse(`"${message}"`);
    return typeof read === 'string' ? htmlText(read).text : null;
  } catch {
    return message;
  }
}
