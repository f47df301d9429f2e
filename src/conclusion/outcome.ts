import type { Finding } from '../checks/finding.ts';
import { isBroken } from '../flow/facts/broken.ts';
import { refusedDespiteNonce } from '../flow/facts/dpop-nonce.ts';
import { failedLanding } from '../flow/facts/failed-landing.ts';
import { handedOver } from '../flow/facts/handover-end.ts';
import { probeEnd } from '../flow/facts/silent.ts';
import { storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import { headerValue } from '../http/headers.ts';
import { hasStatus, isError } from '../http/status.ts';
import type { AuthorizationResponse } from '../oauth/kinds/authorization-response.ts';
import type { TokenRequest } from '../oauth/kinds/token-request.ts';
import type { Message, MessageOf } from '../oauth/message.ts';
import { kindsThat } from '../oauth/message-kinds.ts';
import { isProtocolStep } from '../oauth/registry/token-errors.ts';
import { isByOwnPage } from '../oauth/values/own-page.ts';
import { asksForNothing } from '../oauth/values/response-type.ts';
import { asksForNoToken } from '../words/grant-words.ts';
import type { Outcome } from '../words/outcomes.ts';
import { fedcmOutcome, logoutOutcome } from './outcome-browser.ts';
import { loneOutcome } from './outcome-lone.ts';

/** How the attempt to obtain valid tokens ended. API calls made with them do not change it. */
export function outcomeOf(flow: Flow, findings: readonly Finding[]): Outcome {
  if (flow.grant === 'logout') return logoutOutcome(flow, findings);
  if (flow.grant === 'fedcm') return fedcmOutcome(flow);
  if (asksForNoToken(flow.grant)) return loneOutcome(flow, findings);
  if (probeEnd(flow) && !findings.some(isTrouble)) return 'unfinished';
  if (findings.some(({ effect }) => effect === 'starts-over')) return 'failed';
  const issued = ended(flow, withheldMessages(findings, flow), showsErrorPage(findings));
  const rejected = findings.some(
    ({ effect, severity }) => effect === 'client-rejects' && severity === 'error',
  );
  if (!rejected) return issued;
  return issued === 'unfinished' && flow.responses.length === 0 ? issued : 'failed';
}

/** Whether a finding says more than that the attempt ended with this answer. */
function isTrouble({ effect, severity }: Finding): boolean {
  return effect !== null && severity !== 'info';
}

type Withheld = ReadonlySet<Message | undefined>;

/**
 * Messages whose response the browser kept from the page, and demands for a nonce that the client
 * cannot meet.
 */
function withheldMessages(findings: readonly Finding[], { messages }: Flow): Withheld {
  const withheld = new Set<Message | undefined>();
  for (const { effect, severity, message, again } of findings) {
    if (severity !== 'error' || message === null) continue;
    const isStuck = effect === 'request-fails' && wantsNonce(messages[message]);
    if (effect !== 'withheld-from-page' && !isStuck) continue;
    for (const index of [message, ...again]) withheld.add(messages[index]);
  }
  return withheld;
}

function wantsNonce(message: Message | undefined): boolean {
  return message?.kind === 'token-request' && message.response.error === 'use_dpop_nonce';
}

/** Whether an error page ended the login. */
function showsErrorPage(findings: readonly Finding[]): boolean {
  return findings.some(({ effect, severity }) => effect === 'ended-by-page' && severity !== 'info');
}

function ended(flow: Flow, withheld: Withheld, errorPage: boolean): Outcome {
  const exchanges = flow.tokenRequests.filter((message) => message.grant !== 'refresh_token');
  const tokens = exchanges.length > 0 ? exchanges : flow.request ? [] : flow.tokenRequests;
  const pushed = flow.messages.findLast(isPush);
  if (pushed) return pushed.error === null ? 'succeeded' : 'failed';
  const handed = handedOver(flow);
  if (handed === 'taken') return 'succeeded';
  if (tokens.length > 0) return tokenOutcome(tokens, flow, withheld);
  if (handed === 'refused') return 'failed';
  const response = flow.responses[0];
  if (response) return responseOutcome(flow, withheld);
  const last = flow.messages.findLast(opens);
  if (errorPage || (last && isBroken(last) && !isAsking(last))) return 'failed';
  if (wasNotSent(flow, withheld)) return 'failed';
  return 'unfinished';
}

/**
 * Steps that can be where a login failed, when nothing comes after them. Pages that confirm a
 * device ask again.
 */
const OPENING = kindsThat(({ failsAlone }) => failsAlone === true);

function opens({ kind }: Message): boolean {
  return OPENING.has(kind);
}

/**
 * Whether the server itself brought the tokens, or the refusal, to the client (CIBA Core section
 * 10.3).
 */
function isPush(message: Message): message is MessageOf<'backchannel-notification'> {
  return message.kind === 'backchannel-notification' && message.mode === 'push';
}

/**
 * Whether a page only asks again: it refuses a password or challenges the browser, and the login
 * goes on there.
 */
function isAsking({ exchange }: Message): boolean {
  const { response, destination } = exchange;
  const page = destination === 'document' || destination === 'iframe' || isByOwnPage(exchange);
  return page && response !== null && !hasStatus(response, 500, 999) && exchange.failure === null;
}

function tokenOutcome(tokens: readonly TokenRequest[], flow: Flow, withheld: Withheld): Outcome {
  const ends = tokens.map((token) => (withheld.has(token) ? 'failed' : endOf(token)));
  const issued = ends.lastIndexOf('succeeded');
  if (issued >= 0) return isLostInCallback(tokens[issued], flow) ? 'failed' : 'succeeded';
  const last = tokens.at(-1);
  const isRead = last !== undefined && !withheld.has(last);
  const goesOn = isRead && isProtocolStep(last.response.error);
  if (goesOn && !refusedDespiteNonce(tokens)) return 'unfinished';
  return ends.includes('unknown') ? 'unknown' : 'failed';
}

/**
 * Whether the application had its tokens from the server and its callback failed all the same. Then
 * the user is not logged in.
 */
function isLostInCallback(token: TokenRequest | undefined, flow: Flow): boolean {
  const story = storyOf(flow);
  const callback = token ? (story[flow.messages.indexOf(token)]?.inside ?? null) : null;
  const response = callback === null ? undefined : flow.messages[callback];
  if (response?.kind !== 'authorization-response' || callback === null) return false;
  if (story[callback]?.recoveredBy !== null || wasTakenBefore(response, flow)) return false;
  return isBroken(response) || failedLanding(response, flow) !== null;
}

function endOf(token: TokenRequest): Outcome {
  const { exchange, response } = token;
  if (exchange.delivered === false) return 'failed';
  if (response.outcome === 'tokens' || response.outcome === 'decision') return 'succeeded';
  if (response.outcome !== 'unknown') return 'failed';
  return isError(exchange.response) && !mayBeAskedToRepeat(token) ? 'failed' : 'unknown';
}

/**
 * Whether an error may be a step of the protocol, when only its status is known (RFC 8628 3.5, RFC
 * 9449 8).
 */
function mayBeAskedToRepeat({ grant, exchange }: TokenRequest): boolean {
  if (grant === 'device_code' || grant === 'ciba') return true;
  return headerValue(exchange.request.headers, 'dpop') !== null;
}

/** Whether only the preflight of a request was seen, and it does not allow the request. */
function wasNotSent({ messages }: Flow, withheld: Withheld): boolean {
  return messages.some((message) => message.kind === 'preflight' && withheld.has(message));
}

function responseOutcome(flow: Flow, withheld: Withheld): Outcome {
  const response = flow.responses.at(-1);
  if (!response) return 'unfinished';
  if (response.params.has('error')) return 'failed';
  const carriesTokens = response.params.has('access_token') || response.params.has('id_token');
  if (carriesTokens && !response.params.has('code')) return 'succeeded';
  const broken = isBroken(response) || failedLanding(response, flow) !== null;
  if (response.delivered && broken && !wasTakenBefore(response, flow)) return 'failed';
  if (asksForNothing(flow.request)) return 'succeeded';
  if (wasNotSent(flow, withheld)) return 'failed';
  return 'unknown';
}

/**
 * Whether an earlier load of the callback took the code. A reload may then fail although the login
 * succeeded.
 */
function wasTakenBefore({ exchange, params }: AuthorizationResponse, flow: Flow): boolean {
  const code = params.get('code');
  return flow.responses.some(
    (other) =>
      other.delivered &&
      code !== undefined &&
      other.params.get('code') === code &&
      other.exchange.startedAt < exchange.startedAt &&
      headerValue(other.exchange.request.headers, 'sec-purpose') === null &&
      other.exchange.response !== null &&
      !isBroken(other),
  );
}
