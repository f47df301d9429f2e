import type { FailureReason } from '../http/exchange.ts';
import { originOfUrl } from '../http/url.ts';
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

/** Whether a script sent the request to another origin: only then does CORS apply to it. */
export function isCrossOriginCall(request: Loose, url: string): boolean {
  if (headerNamed(request, /^upgrade-insecure-requests$/i) !== null) return false;
  if (/^navigate$/i.test(headerNamed(request, /^sec-fetch-mode$/i) ?? '')) return false;
  const origin = headerNamed(request, /^origin$/i);
  return origin !== null && originOfUrl(origin) !== originOfUrl(url);
}

function referrerOf(request: Loose): string | null {
  return headerNamed(request, /^(?:referer|origin)$/i);
}

function headerNamed(request: Loose, name: RegExp): string | null {
  for (const header of Array.isArray(request.headers) ? request.headers : []) {
    if (isRecord(header) && name.test(asText(header.name) ?? '')) return asText(header.value);
  }
  return null;
}
