import type { Flow } from '../../flow/flow.ts';
import type { Exchange, Failure, FailureReason } from '../../http/exchange.ts';
import { networkError } from '../../http/network-error.ts';
import { isRedirect } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import { lanesOf, MESSAGE_KINDS } from '../../oauth/message-kinds.ts';
import type { Owner } from '../../words/owners.ts';
import { span } from '../../words/times.ts';
import { type Check, defineCheck, type Observation, TARGET_URL } from '../check.ts';
import type { SpecLink } from '../finding.ts';

/** Every kind of message: each is a request that can fail on its way. */
export const REQUESTS: readonly MessageKind[] = MESSAGE_KINDS.map(({ kind }) => kind);

interface FailedRequest {
  readonly failure: Failure;
  readonly exchange: Exchange;
}

/** The failure of the message's own request, when it got no answer for one of these reasons. */
export function failureFor(
  message: Message,
  reasons: readonly FailureReason[],
): FailedRequest | null {
  // A response that was only issued shares its exchange with the request that it answers.
  if (message.kind === 'authorization-response' && !message.delivered) return null;
  const { exchange } = message;
  const { failure } = exchange;
  if (!failure || !reasons.includes(failure.reason)) return null;
  // Chromium exports the redirect at which it gave up together with the failure.
  const isLastRedirect = failure.reason === 'too-many-redirects' && isRedirect(exchange.response);
  if (exchange.response && !isLastRedirect) return null;
  return { failure, exchange };
}

/**
 * Reports what was tried, and what the name that the browser gave the failure stands for. Without a
 * known name the check's own texts apply, and `what` ends the sentence.
 */
export function failureReport(
  message: Message,
  flow: Flow,
  failed: FailedRequest,
  what: string,
): Observation {
  const { failure, exchange } = failed;
  const { method, url } = exchange.request;
  const text = failure.text ? ` (${failure.text.slice(0, 120)})` : '';
  const known = rowOf(failure);
  const server = serverOf(exchange);
  const means = (known?.means ?? what).replaceAll('{server}', server);
  const observed = `${method} ${withoutQuery(url)} ${means}${lengthOf(failed)}${text}.`;
  if (!known) return { at: TARGET_URL, observed };
  return {
    at: TARGET_URL,
    title: known.title,
    observed,
    owner: known.part === 'server' ? serverOwner(message, flow) : known.part,
    fix: known.fix.replaceAll('{server}', server),
  };
}

/** What the name of a failure stands for, unless the recording shows another reason for it. */
function rowOf({ reason, text }: Failure): ReturnType<typeof networkError> {
  const row = networkError(text);
  return row?.reason === reason ? row : null;
}

/** How long the client waited, where that matters. */
function lengthOf({ failure: { reason }, exchange: { duration } }: FailedRequest): string {
  if (duration === null || duration < 1_000) return '';
  return reason === 'timed-out' || reason === 'aborted' ? ` after ${span(duration)}` : '';
}

/** Host and port as a user types them. */
export function serverOf(exchange: Exchange): string {
  const origin = originOfUrl(exchange.request.url) ?? exchange.request.url;
  return origin.replace(/^https?:\/\//, '');
}

/** Who runs the server that a message was sent to. */
function serverOwner(message: Message, flow: Flow): Owner {
  const [, to] = lanesOf(message, flow.authorizationServer);
  return to === 'user agent' ? 'client' : to;
}

interface FailedRequestTexts {
  readonly title: string;
  readonly owner: Owner;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  readonly explains?: readonly string[];
  readonly reasons: readonly FailureReason[];
  /** The rest of a sentence that begins with the method and the URL. */
  readonly what: string;
}

/** Makes a check on requests that failed on their way for one of these reasons. */
export function failedRequestCheck(texts: FailedRequestTexts): Check<MessageKind> {
  const { reasons, what, explains = [], ...words } = texts;
  return defineCheck({
    ...words,
    severity: 'error',
    basis: 'observed',
    effect: 'request-fails',
    explains: ['redirect-landing-failed', 'userinfo-failed', ...explains],
    subject: REQUESTS,
    *check(message, flow) {
      const failed = failureFor(message, reasons);
      if (failed) yield failureReport(message, flow, failed, what);
    },
  });
}
