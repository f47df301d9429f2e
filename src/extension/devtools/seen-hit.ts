import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { meetsRules, type Rules, ruleChange } from '../../rehearsal/rule-hit.ts';
import type { RequestType } from '../../rehearsal/rule-plan.ts';
import type { RuleHit } from '../wire/rehearsal-order.ts';

/**
 * The hit in an exchange that DevTools deliver, where the background sees no requests. Null for one that
 * the rules did not meet.
 */
export function seenHit(rules: Rules, exchange: Exchange, since: number): RuleHit | null {
  const { request, startedAt, destination, failure } = exchange;
  const { method, url } = request;
  if (startedAt < since || exchange.rehearsed) return null;
  const authorization = headerValue(request.headers, 'authorization') ?? undefined;
  if (!meetsRules(rules, { method, url, type: typeOf(destination), authorization })) return null;
  if (!failure && rules.deeds.some(({ kind }) => kind === 'block' || kind === 'offline'))
    return null;
  return { at: startedAt, method, url, before: null, ...ruleChange(rules) };
}

function typeOf(destination: Exchange['destination']): RequestType {
  if (destination === 'document') return 'main_frame';
  return destination === 'iframe' ? 'sub_frame' : 'xmlhttprequest';
}
