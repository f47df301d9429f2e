import { isRedirect } from '../../http/status.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Flow } from '../flow.ts';
import { isBroken } from './broken.ts';
import { failedLanding } from './failed-landing.ts';
import type { IdTokenBearer } from './id-token.ts';
import { storyOf } from './story.ts';
import { isAccepted } from './token-use.ts';

/**
 * Whether the client went on with what came beside an ID token, so that it did not reject it: an
 * API took the access token, or the callback of a server ended well.
 */
export function wentOnWith(message: IdTokenBearer, flow: Flow): boolean {
  const token =
    message.kind === 'token-request'
      ? message.response.accessToken
      : (message.params.get('access_token') ?? null);
  const isUsed = flow.messages.some(
    (other) =>
      (other.kind === 'api-call' || other.kind === 'userinfo-request') &&
      other.token === token &&
      isAccepted(other.exchange),
  );
  if (token !== null && isUsed) return true;
  const callback = callbackAround(message, flow);
  return callback !== null && !isRefusedBy(callback, flow);
}

/** Whether the callback in which a server fetched an ID token ended in an error. */
export function failedWith(message: IdTokenBearer, flow: Flow): boolean {
  const callback = callbackAround(message, flow);
  return callback !== null && isRefusedBy(callback, flow);
}

/** The callback in which a server read the ID token; null when a page read it. */
function callbackAround(message: IdTokenBearer, flow: Flow): AuthorizationResponse | null {
  if (message.kind === 'authorization-response') {
    const { response } = message.exchange;
    return message.delivered && response && isRedirect(response) ? message : null;
  }
  const inside = storyOf(flow)[flow.messages.indexOf(message)]?.inside ?? null;
  const callback = inside === null ? undefined : flow.messages[inside];
  return callback?.kind === 'authorization-response' ? callback : null;
}

function isRefusedBy(callback: AuthorizationResponse, flow: Flow): boolean {
  return isBroken(callback) || failedLanding(callback, flow) !== null;
}
