import { isFederated } from '../../flow/facts/attempt.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Severity } from '../../words/severities.ts';

/**
 * The severity of advice. On a federated login it is only a note, because it concerns the operator
 * of the broker and not the developer of this client.
 */
export function advice(flow: Flow, severity: Severity): Severity {
  return isFederated(flow) ? 'info' : severity;
}
