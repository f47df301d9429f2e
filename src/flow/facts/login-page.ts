import type { Exchange } from '../../http/exchange.ts';
import type { HtmlForm, HtmlText } from '../../http/html-text.ts';
import { hasStatus, isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Flow } from '../flow.ts';

const LOGIN_FIELD = /user|e-?mail|login|identifier|otp|one.?time|passcode|\bpin\b|phone|code/i;
const LOGIN_TYPES = new Set(['text', 'email', 'tel', 'number']);
/** A field with a password, in a form or in JSON. */
const PASSWORD = /(?:^|[&"{,\s])(?:password|passwd|passcode|pwd|pass|otp|totp)"?\s*[=:]/i;
const MAX_BODY = 4_000;

/** Whether the user is to fill in this form to log in. */
export function asksForCredentials({ inputs }: HtmlForm): boolean {
  return inputs.some(
    ({ type, name }) => type === 'password' || (LOGIN_TYPES.has(type) && LOGIN_FIELD.test(name)),
  );
}

const YES = /^(?:allow|authori[sz]e|approve|accept|agree|continue|yes|grant)(?: access)?$/i;
const NO = /^(?:deny|don.t allow|decline|reject|cancel|refuse|no)(?: access)?$/i;

/**
 * Whether the user decides on this page: it has a form to post, or both answers as buttons. Such a
 * page may warn of the client, and refuses nothing.
 */
export function asksToDecide({ forms, lines }: HtmlText): boolean {
  if (forms.some(({ method }) => method === 'post')) return true;
  return lines.some((line) => YES.test(line)) && lines.some((line) => NO.test(line));
}

/**
 * Whether a login page asks again after something was posted to the server, for example a wrong
 * password. Pages that a script draws say so in their own URL, or with a status of 400, 401 or 422.
 */
export function asksAgain(exchange: Exchange, flow: Flow): boolean {
  return wasRefused(exchange) || isShownAgain(exchange, flow);
}

/** Whether this page answers a posted password with a status that refuses the password. */
function wasRefused({ request: { method, body }, response }: Exchange): boolean {
  if (method !== 'POST' || body === null || !('text' in body)) return false;
  const status = [400, 401, 422].some((one) => hasStatus(response, one, one));
  return status && PASSWORD.test(body.text.slice(0, MAX_BODY));
}

/** Whether the same page was shown before, and something was posted in between. */
function isShownAgain({ request, response, startedAt }: Exchange, { messages }: Flow): boolean {
  if (!isOk(response)) return false;
  const place = withoutQuery(request.url);
  const before = messages.filter(({ exchange }) => exchange.startedAt < startedAt);
  const shown = before.find(
    ({ exchange }) => isOk(exchange.response) && withoutQuery(exchange.request.url) === place,
  );
  return (
    shown !== undefined &&
    before.some(
      ({ exchange }) =>
        exchange.request.method === 'POST' && exchange.startedAt >= shown.exchange.startedAt,
    )
  );
}
