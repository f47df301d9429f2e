import { startsFlow } from '../../flow/facts/attempt.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { toAttempt } from '../../words/references.ts';
import type { Severity } from '../../words/severities.ts';
import { span } from '../../words/times.ts';
import { type Check, defineCheck, parameter } from '../check.ts';
import type { SpecLink } from '../finding.ts';
import { advice } from './advice.ts';

interface ReusedValue {
  readonly name: 'state' | 'nonce' | 'code_challenge';
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  severity?(message: AuthorizationRequest): Severity;
}

/** Makes a check on a value that must be fresh in each authorization request of a client. */
export function reusedValueCheck(text: ReusedValue): Check<'authorization-request'> {
  const { name, title, why, fix, specs } = text;
  return defineCheck({
    title,
    severity: 'warning',
    owner: 'client',
    basis: 'observed',
    why,
    fix,
    specs,
    subject: 'authorization-request',
    *check(message, flow) {
      const value = message.effective(name);
      if (!value || !startsFlow(message, flow)) return;
      const last = lastUse(name, value, message, flow);
      if (!last) return;
      const ago = span(message.exchange.startedAt - last.exchange.startedAt);
      yield {
        at: parameter(name),
        observed: `The same ${name} was sent ${ago} earlier in another login of this client.`,
        references: [toAttempt('another login of this client', last)],
        expected: `A new ${name} for each authorization request`,
        severity: advice(flow, text.severity?.(message) ?? 'warning'),
      };
    },
  });
}

/**
 * The last use in another attempt. A reload or a step back repeats the whole URL and does not
 * count.
 */
function lastUse(
  name: ReusedValue['name'],
  value: string,
  message: AuthorizationRequest,
  flow: Flow,
): AuthorizationRequest | null {
  const { startedAt } = message.exchange;
  const found = flow.recording.lastRequestWith(
    name,
    value,
    startedAt,
    (other) =>
      other.flow !== flow.id &&
      other.message.exchange.startedAt < startedAt &&
      other.message.endpoint === message.endpoint &&
      other.message.effective('client_id') === message.effective('client_id') &&
      !isSameRequest(other.message, message),
  );
  return found?.message ?? null;
}

function isSameRequest(one: AuthorizationRequest, other: AuthorizationRequest): boolean {
  const wire = ({ params }: AuthorizationRequest): string =>
    params.pairs.map(({ name, raw }) => `${name}=${raw}`).join('&');
  return wire(one) === wire(other);
}
