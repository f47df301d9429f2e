import { namesIn, supportedScopes, unlistedScopes } from '../../flow/facts/scope-names.ts';
import type { Flow } from '../../flow/flow.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';
import { scopeFault } from './scope-fault.ts';

const MAX_TOLD = 5;

/**
 * What the recording tells of a scope that was refused; null when no scope was sent, when the words
 * of the server name one already and nothing else is known, and for faults that have a check.
 */
export function scopeEvidence(
  scope: string | undefined,
  said: string | null,
  flow: Flow,
): Evidence | null {
  if (!scope || scopeFault(scope, flow) !== null) return null;
  const unlisted = unlistedScopes(flow, scope).slice(0, MAX_TOLD);
  if (unlisted.length === 0) {
    const isNamed = namesIn(scope).some((name) => said?.includes(name));
    return isNamed ? null : { told: `scope was ${quote(scope)}.` };
  }
  return {
    told: `scope was ${quote(scope)}, and the metadata of the server lists no ${list(unlisted.map((name) => quote(name)))}.`,
    expected: list(supportedScopes(flow).slice(0, 20)),
  };
}
