import type { Exchange } from '../../http/exchange.ts';
import { headerValue, headerValues } from '../../http/headers.ts';
import { hasStatus } from '../../http/status.ts';
import { parseChallenges } from '../../http/www-authenticate.ts';

/** Schemes of tokens, which an API asks for. All others make the browser itself answer. */
const OF_TOKENS = new Set(['bearer', 'dpop']);

/** Headers by which services against bots say that a challenge replaced the answer. */
const BOT_CHALLENGES = ['cf-mitigated', 'x-amzn-waf-action'] as const;

/**
 * Whether something before the application asked the browser to authenticate (RFC 9110 section
 * 11.6.1) or to prove that it is no bot. The application has then not seen the request.
 */
export function isChallenged({ response }: Exchange): boolean {
  if (!response) return false;
  if (BOT_CHALLENGES.some((name) => headerValue(response.headers, name) !== null)) return true;
  if (response.status !== null && !hasStatus(response, 401, 401)) return false;
  const challenges = parseChallenges(headerValues(response.headers, 'www-authenticate').join('\n'));
  return challenges.some(({ scheme }) => !OF_TOKENS.has(scheme));
}
