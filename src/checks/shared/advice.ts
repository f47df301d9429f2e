import { isFederated } from '../../flow/facts/attempt.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Severity } from '../../words/severities.ts';

/** Advice on a federated login is for whoever runs the broker, not for the developer of this one. */
export function advice(flow: Flow, severity: Severity): Severity {
  return isFederated(flow) ? 'info' : severity;
}
