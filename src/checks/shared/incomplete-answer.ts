import type { Exchange } from '../../http/exchange.ts';
import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, member, type Observation } from '../check.ts';

/**
 * What a successful answer lacks of the members that it has to have. `others` are the names that a
 * server may have given one of them. Null when it has all, or when its body is unknown.
 */
export function incompleteAnswer(
  exchange: Exchange,
  endpoint: string,
  required: readonly string[],
  others: (name: string) => readonly string[] = () => [],
): (Observation & { readonly missing: readonly string[] }) | null {
  const { response } = exchange;
  const text = responseText(exchange);
  if (!isOk(response) || text === null || exchange.delivered === false) return null;
  if (response && 'text' in response.body && response.body.truncated) return null;
  const json = parseJsonObject(text);
  if (json === null) {
    return {
      missing: required,
      at: BODY,
      observed: `${endpoint} answered ${text.trim() === '' ? 'without a body' : `with no JSON object: ${quote(text.trim(), 80)}`}.`,
    };
  }
  if (typeof json.error === 'string') return null;
  const has = (name: string): boolean => json[name] !== undefined && json[name] !== null;
  const missing = required.filter((name) => !has(name) && !others(name).some(has));
  const [first] = missing;
  if (first === undefined) return null;
  return { missing, at: member(first), observed: `The answer has no ${list(missing)}.` };
}
