import { isBroken } from '../flow/facts/broken.ts';
import type { Flow } from '../flow/flow.ts';
import { htmlText } from '../http/html-text.ts';
import { isRedirect } from '../http/status.ts';
import type { Message } from '../oauth/message.ts';
import type { Outcome } from '../words/outcomes.ts';

const ASKS = /log-?_?out|sign-?_?(?:out|off)|end_?session|session\/end|confirm/i;

/** Whether a page of the server asks the user to confirm the logout. */
function asksAgain({ exchange }: Message): boolean {
  const body = exchange.response?.body;
  if (!body || !('text' in body) || !/<form/i.test(body.text)) return false;
  return htmlText(body.text).forms.some(
    ({ method, action }) => method === 'post' && (action === '' || ASKS.test(action)),
  );
}

/** How a logout ended. The frames of other clients do not change it. */
export function logoutOutcome(flow: Flow): Outcome {
  if (flow.messages.some(({ kind }) => kind === 'landing')) return 'succeeded';
  const last = flow.messages.findLast(({ kind }) => kind !== 'frontchannel-logout-request');
  const decisive = last ?? flow.messages.at(-1);
  if (!decisive) return 'unknown';
  if (isBroken(decisive)) return 'failed';
  const { response } = decisive.exchange;
  if (response && asksAgain(decisive)) return 'unfinished';
  const told = response !== null && (response.status !== null || isRedirect(response));
  return told ? 'succeeded' : 'unknown';
}

/** Federated Credential Management API: what the assertion endpoint answered. */
export function fedcmOutcome(flow: Flow): Outcome {
  const last = flow.messages.findLast(
    (message) => message.kind === 'fedcm-request' && message.step === 'assertion',
  );
  if (last?.kind !== 'fedcm-request') return 'unfinished';
  if (last.token !== null) return 'succeeded';
  if (last.error !== null || isBroken(last)) return 'failed';
  const body = last.exchange.response?.body;
  return body && 'text' in body ? 'unfinished' : 'unknown';
}
