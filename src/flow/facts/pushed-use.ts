import { responseText } from '../../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { numericMember, parseJsonObject } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';
import { leastBetween } from './moments.ts';

/** Why a server no longer knows a `request_uri` that it issued. Times are in milliseconds. */
export type PushedUse =
  /** `after`: from its issue to its use. */
  | { readonly is: 'late'; readonly after: number; readonly lifetime: number }
  /** `ago`: from its first use to this one. */
  | { readonly is: 'again'; readonly ago: number };

/** What the recording shows about the use of a `request_uri`; null when it shows nothing wrong. */
export function pushedUse(request: AuthorizationRequest, flow: Flow): PushedUse | null {
  const requestUri = request.params.get('request_uri');
  if (!requestUri) return null;
  return late(request, flow, requestUri) ?? again(request, flow, requestUri);
}

function late(
  { exchange }: AuthorizationRequest,
  { recording }: Flow,
  requestUri: string,
): PushedUse | null {
  const pushed = recording.pushedRequest(requestUri);
  if (pushed === null) return null;
  const json = parseJsonObject(responseText(pushed.exchange) ?? '');
  const seconds = numericMember(json, 'expires_in');
  const after = leastBetween(pushed.exchange, exchange) - (pushed.exchange.duration ?? 0);
  if (seconds === null || seconds <= 0 || after <= seconds * 1_000) return null;
  return { is: 'late', after, lifetime: seconds * 1_000 };
}

function again(
  { exchange }: AuthorizationRequest,
  { recording, messages }: Flow,
  requestUri: string,
): PushedUse | null {
  const { startedAt, id, request } = exchange;
  const before = recording.lastRequestWith(
    'request_uri',
    requestUri,
    startedAt,
    ({ message }) => message.exchange.id !== id,
  );
  if (before !== null) return { is: 'again', ago: startedAt - before.message.exchange.startedAt };
  // A repetition inside one attempt is a page of the server.
  const repeated = messages.find(
    (one) => one.exchange.id !== id && one.exchange.request.url === request.url,
  );
  return repeated ? { is: 'again', ago: repeated.exchange.startedAt - startedAt } : null;
}
