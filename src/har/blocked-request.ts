import type { FailureReason } from '../http/exchange.ts';
import type { UnexplainedEntry } from './dialect.ts';
import { initiatorOf } from './entry-kind.ts';
import { asText, isRecord, type Loose } from './loose.ts';

/**
 * Why a browser did not send a request. Mixed Content section 5: a secure page asked for plain
 * http. Any other block may come from CSP.
 */
export function blockedReason(
  { entry, request, url }: UnexplainedEntry,
  unknownPageIsSecure: boolean,
): FailureReason {
  if (!/^http:/i.test(url)) return 'blocked';
  const page = initiatorOf(entry._initiator) ?? referrerOf(request);
  const secure = page === null ? unknownPageIsSecure : /^https:/i.test(page);
  return secure ? 'blocked-mixed-content' : 'blocked';
}

function referrerOf(request: Loose): string | null {
  for (const header of Array.isArray(request.headers) ? request.headers : []) {
    if (isRecord(header) && /^(?:referer|origin)$/i.test(asText(header.name) ?? '')) {
      return asText(header.value);
    }
  }
  return null;
}
