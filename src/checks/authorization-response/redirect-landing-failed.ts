import { failedLanding } from '../../flow/facts/failed-landing.ts';
import { failureShown } from '../../flow/facts/failure-shown.ts';
import { readPage, summaryOf, wordsOf } from '../../flow/facts/page-text.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange, FailureReason } from '../../http/exchange.ts';
import type { HtmlText } from '../../http/html-text.ts';
import { httpStatus, isError } from '../../http/status.ts';
import { originOfUrl, queryOf, withoutQuery } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { ownErrorOf } from '../../oauth/values/own-error.ts';
import { formParams } from '../../oauth/values/params.ts';
import { failureWord } from '../../words/failures.ts';
import { quote, shortened } from '../../words/quote.ts';
import { BODY, defineCheck, type Observation, rfc, STATUS } from '../check.ts';
import { explained, providerWords } from '../shared/provider-words.ts';
import { type FoundStatement, findStatement } from '../shared/statement.ts';

const MAX_WORDS = 300;
const MAX_LINE = 200;
const MAX_SUMMARY = 160;

/** How a request ends when nothing answers at its URL. Firefox gives no reason for any failure. */
const UNREACHABLE: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dns',
  'connection-refused',
  'connection-reset',
  'unreachable',
  'bad-answer',
  'unsafe-url',
  'proxy',
  'offline',
  'tls',
  'timed-out',
  'unknown',
]);

export default defineCheck({
  title: 'The callback of the application failed',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'ended-by-page',
  why: 'The authorization server has done its part and sent the browser back. The application did not take the response.',
  fix: 'Look at the log of the application for this request.',
  specs: [rfc(6749, '4.1.2')],
  subject: 'authorization-response',
  *check(message, flow) {
    if (!message.delivered || wasTakenLater(message, flow.responses)) return;
    const failure = failureOf(message.exchange) ?? behind(message, flow);
    const report = failure ? reportOf(failure, message, flow) : shownInside(message, flow);
    if (report) yield report;
  },
});

function reportOf(failure: Failed, message: AuthorizationResponse, flow: Flow): Observation {
  const { exchange } = message;
  const { method, url } = exchange.request;
  const page = failure.page.response ? readPage(failure.page) : null;
  const text = textOf(failure.page, page);
  const said = findStatement(text, flow);
  const quoting = { page: { exchange: failure.page, text } };
  const quotes = said?.ofNetwork ? null : providerWords(message, flow, quoting.page);
  const words = page && wordsWith(said, page);
  const report: Observation = {
    at: STATUS,
    observed: [
      `${method} ${withoutQuery(url)}: ${failure.seen}.`,
      ...(words ? [`The page says ${quote(words.replace(/\.$/, ''), MAX_WORDS)}.`] : []),
      ...(said?.says && !quotes?.told ? [said.says] : []),
    ].join(' '),
    fix: failure.fix,
    ...said?.report,
    certainty: isLikely(said, exchange) && !quotes?.told ? 'likely' : 'certain',
  };
  return quotes ? explained(report, message, flow, quoting) : report;
}

function isLikely(said: FoundStatement | null, { failure }: Exchange): boolean {
  return said !== null || failure?.reason === 'unknown';
}

/** A page that says with status 200 that the application could not use the response. */
function shownInside(message: AuthorizationResponse, flow: Flow): Observation | null {
  const found = message.params.has('error') ? null : failureShown(message, flow);
  const said = found ? findStatement(found.page.text, flow) : null;
  if (!found || !said) return null;
  const { request, response } = found.shown.exchange;
  return {
    at: BODY,
    effect: 'client-rejects',
    observed: [
      `${withoutQuery(request.url)} answered ${response ? httpStatus(response) : ''} and says ${quote(wordsWith(said, found.page).replace(/\.$/, ''), MAX_WORDS)}.`,
      ...(said.says ? [said.says] : []),
    ].join(' '),
    ...said.report,
  };
}

/** The text of a page and what its URL says of the error. */
function textOf({ request }: Exchange, page: HtmlText | null): string {
  const { pairs } = formParams(queryOf(request.url));
  const told = pairs.filter(({ name }) => /error|message|reason/i.test(name));
  return [...told.map(({ name, value }) => `${name}=${value}`), page?.text]
    .filter(Boolean)
    .join('\n');
}

/**
 * What a page says: the words of a JSON object, or a summary. When the summary is long or lacks the
 * reason, the line with the reason stands for it, so that its meaning has room behind it.
 */
function wordsWith(said: FoundStatement | null, page: HtmlText): string {
  const own = ownErrorOf(parseJsonObject(page.text));
  if (own) return [own.code, own.words].filter(Boolean).join(': ');
  const summary = summaryOf(page, null);
  const line = shortened(said?.line ?? '', MAX_LINE);
  const isShort = summary.length <= MAX_SUMMARY && summary.includes(line);
  return isShort || !/\s/.test(line) ? summary : line;
}

interface Failed {
  readonly seen: string;
  readonly fix: string;
  /** The page on which the application may have said more. */
  readonly page: Exchange;
}

const REFUSED =
  'Look at the log of the application: it refused the response, usually because the stored state or a cookie of the login was gone.';
const SAID =
  'Do what the page of the application says; the log of the application has more about this request.';

/** What the application lost of the login itself, which its page may say. */
const LOST = /\b(?:state|session|cookies?|csrf|xsrf|correlation|nonce|tab|expired)\b/i;

/** Phrases that name a status or say nothing at all. */
const STATUS_WORDS =
  /\b(?:error|bad request|forbidden|unauthori[sz]ed|not found|something went wrong|an error occurred|oops)\b/gi;

/** Whether the page of a refusal names a reason beyond its status and beyond what the login lost. */
function saysWhy(page: Exchange): boolean {
  const words = wordsOf(page)?.replace(STATUS_WORDS, '') ?? '';
  return !LOST.test(words) && (words.match(/\p{L}{3,}/gu) ?? []).length >= 6;
}

/** The failed page that the callback went on to when it could not use the response. */
function behind(message: AuthorizationResponse, flow: Flow): Failed | null {
  const landing = failedLanding(message, flow);
  if (!landing) return null;
  const { exchange } = landing;
  const error = formParams(queryOf(exchange.request.url)).get('error');
  const said = error ? ` with error=${quote(error)}` : '?error';
  return {
    seen: `it went on to ${placeOf(exchange, message.exchange)}${said}, ${exchange.response ? httpStatus(exchange.response) : 'which was not answered'}`,
    fix: 'Look at the log of the application: it could not use the response.',
    page: exchange,
  };
}

/** The URL, without the origin when both share it. */
function placeOf({ request: { url } }: Exchange, { request }: Exchange): string {
  const origin = originOfUrl(url);
  const place = withoutQuery(url);
  return origin === originOfUrl(request.url) ? place.slice(origin?.length) : place;
}

function failureOf(exchange: Exchange): Failed | null {
  const { response, failure, request } = exchange;
  if (response) {
    const { status } = response;
    if (status === null || status < 400) return null;
    const { seen, fix } = byStatus(status, request.method);
    return { seen, fix: fix === REFUSED && saysWhy(exchange) ? SAID : fix, page: exchange };
  }
  if (!failure || !UNREACHABLE.has(failure.reason)) return null;
  const named = failure.text ? ` (${failure.text})` : '';
  return {
    seen: `${failureWord(failure)}${named}`,
    fix: 'Start the application at the host and port of its redirect URI.',
    page: exchange,
  };
}

function byStatus(status: number, method: string): { seen: string; fix: string } {
  const seen = `HTTP ${status}`;
  if (status === 404) {
    return {
      seen,
      fix: 'Add a route for the callback, or let the server of a single-page application answer it with its index page.',
    };
  }
  if (status === 405) {
    return {
      seen,
      fix: `Let the callback route accept ${method}, as response_mode=form_post needs POST.`,
    };
  }
  return status >= 500
    ? { seen, fix: 'Look at the log of the application: it failed while it handled the response.' }
    : { seen, fix: REFUSED };
}

/** Whether the same response was loaded again and succeeded. */
function wasTakenLater(
  message: AuthorizationResponse,
  responses: readonly AuthorizationResponse[],
): boolean {
  const code = message.params.get('code');
  return responses.some(
    ({ exchange, params, delivered }) =>
      delivered &&
      code !== undefined &&
      params.get('code') === code &&
      exchange.startedAt > message.exchange.startedAt &&
      exchange.response !== null &&
      !isError(exchange.response),
  );
}
