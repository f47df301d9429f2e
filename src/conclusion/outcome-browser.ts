import type { Finding } from '../checks/finding.ts';
import { isBroken } from '../flow/facts/broken.ts';
import { asksToConfirm } from '../flow/facts/logout.ts';
import type { Flow } from '../flow/flow.ts';
import { isRedirect } from '../http/status.ts';
import type { Outcome } from '../words/outcomes.ts';

/** How a logout ended. The frames of other clients do not change it. */
export function logoutOutcome(flow: Flow, findings: readonly Finding[]): Outcome {
  if (flow.messages.some(({ kind }) => kind === 'landing')) return 'succeeded';
  const last = flow.messages.findLast(({ kind }) => kind !== 'frontchannel-logout-request');
  const decisive = last ?? flow.messages.at(-1);
  if (!decisive) return 'unknown';
  if (findings.some(isRefusal)) return 'failed';
  if (isBroken(decisive)) return 'failed';
  const { response } = decisive.exchange;
  if (response && asksToConfirm(decisive)) return 'unfinished';
  const told = response !== null && (response.status !== null || isRedirect(response));
  return told ? 'succeeded' : 'unknown';
}

/** Whether the logout did not reach what it was for. */
function isRefusal({ effect, severity }: Finding): boolean {
  return effect === 'request-fails' && severity === 'error';
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
