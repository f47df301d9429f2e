import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';

/** Browsers whose cookies follow different rules. */
export type BrowserName = 'chromium' | 'firefox' | 'safari';

/** The engine that the `User-Agent` field names; null when there is none, or another one. */
export function browserOf({ request }: Exchange): BrowserName | null {
  const agent = headerValue(request.headers, 'user-agent') ?? '';
  if (/\bFirefox\//.test(agent)) return 'firefox';
  if (/\b(?:Chrome|Chromium)\//.test(agent)) return 'chromium';
  return /\bVersion\/[\d.]+ .*\bSafari\//.test(agent) ? 'safari' : null;
}
