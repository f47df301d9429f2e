import { memoised } from '../../http/memo.ts';
import { hasStatus, isError } from '../../http/status.ts';
import { queryOf, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Message } from '../../oauth/message.ts';
import { formParams } from '../../oauth/values/params.ts';
import type { Flow } from '../flow.ts';
import { failedLanding } from './failed-landing.ts';

/** A response that the server granted and the application did not make a session of. */
export interface FailedReturn {
  readonly response: AuthorizationResponse;
  /** Index into the flow's messages. */
  readonly message: number;
  /**
   * `refused`: the callback shows an error, itself or on the page behind it. `login-again`: the
   * application sends the browser to the login again.
   */
  readonly how: 'refused' | 'login-again';
  /** The page that shows it. */
  readonly shown: Message;
}

/** A route, a method or a server behind a gateway is missing. No cookie changes that. */
const NOT_REACHED: ReadonlySet<number> = new Set([404, 405, 429, 431, 494, 502, 503, 504]);
const BRINGS = ['code', 'id_token', 'access_token'];
const LOGIN_PAGE = /\/(?:log-?in|sign-?in)\/?$/i;
/** A response that is loaded again and again fails the same way. */
const MAX_RESPONSES = 10;

/**
 * The first granted response of a flow whose callback failed; null when one worked, or when the
 * response itself is not the one that was asked for.
 */
export const failedReturn = memoised((flow: Flow): FailedReturn | null => {
  if (flow.tokenRequests.some(({ grant }) => grant !== 'refresh_token')) return null;
  const granted = flow.responses.filter(isGranted);
  const state = flow.request?.effective('state');
  if (granted.some(({ params }) => state !== undefined && params.get('state') !== state))
    return null;
  const failures = granted.slice(0, MAX_RESPONSES).map((response) => failureOf(response, flow));
  return failures.includes(null) ? null : (failures[0] ?? null);
});

/** Whether the server of the application received what it asked for. */
function isGranted({ delivered, params, mode }: AuthorizationResponse): boolean {
  const seen = mode === 'query' || mode === 'form_post';
  return delivered && seen && !params.has('error') && BRINGS.some((name) => params.has(name));
}

function failureOf(response: AuthorizationResponse, flow: Flow): FailedReturn | null {
  const message = flow.messages.indexOf(response);
  const answer = response.exchange.response;
  if (isError(answer)) {
    if (NOT_REACHED.has(answer?.status ?? 0)) return null;
    return { response, message, how: 'refused', shown: response };
  }
  const landing = failedLanding(response, flow);
  if (landing) return { response, message, how: 'refused', shown: landing };
  const back = [response, ...landingsOf(response, flow)].find(
    (page) => startsAgain(page, flow) || isLoginPage(page, response),
  );
  return back ? { response, message, how: 'login-again', shown: back } : null;
}

/** The pages to which the callback sent the browser, in order. */
export function landingsOf(
  response: AuthorizationResponse,
  { messages }: Flow,
): readonly Message[] {
  const start = messages.indexOf(response) + 1;
  const landings: Message[] = [];
  for (const message of messages.slice(start, start + MAX_LANDINGS)) {
    if (message.kind === 'authorization-response') break;
    if (message.kind === 'landing') landings.push(message);
  }
  return landings;
}

const MAX_LANDINGS = 20;

/** Whether a page redirects to the authorization endpoint with the same request again. */
function startsAgain({ exchange }: Message, { request }: Flow): boolean {
  const target = redirectTarget(exchange);
  if (!request || target === null || withoutQuery(target) !== request.endpoint) return false;
  const params = formParams(queryOf(target));
  return ['client_id', 'redirect_uri', 'response_type', 'scope', 'prompt', 'acr_values'].every(
    (name) => params.get(name) === request.params.get(name),
  );
}

/** Whether the callback led to a page of the application where users log in. */
function isLoginPage({ exchange }: Message, response: AuthorizationResponse): boolean {
  return (
    exchange !== response.exchange &&
    hasStatus(exchange.response, 200, 299) &&
    LOGIN_PAGE.test(withoutQuery(exchange.request.url))
  );
}
