import type { Exchange } from '../../http/exchange.ts';
import { isError } from '../../http/status.ts';
import { responseText } from '../exchange-view.ts';
import { parseJsonObject, stringMember } from './json.ts';

/**
 * The member `error` of a refusal (RFC 6749 section 5.2); null when there is no refusal or no such
 * member.
 */
export function jsonErrorOf(exchange: Exchange): string | null {
  const { response } = exchange;
  if (!response || (response.status !== null && !isError(response))) return null;
  return stringMember(parseJsonObject(responseText(exchange) ?? ''), 'error');
}
