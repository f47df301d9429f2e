import { browserOf } from '../../http/browser-name.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', safari: 'Safari' } as const;
const VERSIONS = {
  chromium: /\b(?:Headless)?(?:Chrome|Chromium)\/([\d.]+)/,
  firefox: /\bFirefox\/([\d.]+)/,
  safari: /\bVersion\/([\d.]+)/,
} as const;

/** HAR 1.2 `browser`: the first that the requests name; null when none does. */
export function writtenBrowser(exchanges: readonly Exchange[]): object | null {
  for (const exchange of exchanges) {
    const browser = browserOf(exchange);
    if (browser === null) continue;
    const agent = headerValue(exchange.request.headers, 'user-agent') ?? '';
    return { name: NAMES[browser], version: VERSIONS[browser].exec(agent)?.[1] ?? '' };
  }
  return null;
}
