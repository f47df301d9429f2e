import { headerValue } from '../../http/headers.ts';
import { essence, isHtml } from '../../http/media-type.ts';
import { redirectTarget, responseText } from '../../oauth/exchange-view.ts';
import { isTooLong } from '../../oauth/values/json.ts';
import { jsonFault } from '../../oauth/values/json-fault.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { count } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, defineCheck, rfc } from '../check.ts';

const LOST =
  'The answer is not a JSON object, and its status was not recorded: it may be a refusal.';

export default defineCheck({
  title: 'Token response is not a JSON object',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client parses the body as JSON and fails. Something made the body by hand, or a proxy changed it.',
  fix: 'Have the server send one JSON object, without anything before or after it.',
  specs: [rfc(6749, '5.1'), rfc(8259, '2')],
  subject: 'token-request',
  *check(message) {
    const { exchange, response } = message;
    const text = responseText(exchange);
    if (response.outcome === 'decision') return;
    if (response.json || text === null || text.trim() === '') return;
    const lost = exchange.response?.status === null && redirectTarget(exchange) === null;
    if (!isSuccess(message) && !lost) return;
    const type = headerValue(exchange.response?.headers ?? [], 'content-type');
    if (isHtml(type) || /^\s{0,200}<(?:!doctype html|html)/i.test(text)) return;
    if (essence(type) === 'application/jwt' || /^(?:[\w-]{8,}\.){2,4}[\w-]*\s*$/.test(text)) return;
    const body = exchange.response?.body;
    if (body && 'text' in body && body.truncated) {
      yield cannotTell('Only the beginning of the token response was recorded.');
      return;
    }
    if (isTooLong(text)) {
      yield cannotTell(`The token response is too long to be read: ${text.length} characters.`);
      return;
    }
    if (lost) {
      yield cannotTell(LOST);
      return;
    }
    yield { at: BODY, observed: `The body ${fault(text)}.`, expected: 'A JSON object' };
  },
});

function fault(text: string): string {
  if (text.startsWith('\uFEFF')) return 'starts with a byte order mark';
  if (text.startsWith(")]}'")) return "starts with the prefix )]}'";
  if (/^\s*</.test(text)) return `is XML: ${quote(text, 80)}`;
  if (/^\s*\{/.test(text) && !/\}\s*$/.test(text)) return 'is cut off: the last brace is missing';
  const found = /^\s*[{[]/.test(text) ? jsonFault(text) : null;
  if (found === null) return `is not a JSON object: ${quote(text, 80)}`;
  // What follows is not quoted: it may be a token.
  const here = found.at < text.length ? `, at ${quote(text[found.at] ?? '')}` : '';
  return `is not JSON: after ${count(found.at, 'character')}${here}, ${found.what}`;
}
