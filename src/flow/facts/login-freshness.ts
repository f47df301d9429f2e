import { redirectTarget } from '../../oauth/exchange-view.ts';
import { quote } from '../../words/quote.ts';
import type { Flow } from '../flow.ts';
import { serverTime } from './id-token.ts';
import { isByClient } from './moments.ts';

/** How old a login may be, in seconds, and the parameter that says so. */
interface Freshness {
  readonly parameter: string;
  readonly seconds: number;
}

/** Whether the server showed a page, on which the user may have logged in. */
export function mayHaveAsked({ request, messages }: Flow): boolean {
  if (!request || redirectTarget(request.exchange) === null) return true;
  return messages.some(({ kind }) => kind === 'interaction');
}

/** How old the login may be, and the parameter that says so; null when any age will do. */
export function freshness({ request }: Flow): Freshness | null {
  const prompt = request?.effective('prompt')?.split(/\s+/) ?? [];
  if (prompt.includes('login')) return { parameter: 'prompt=login', seconds: 0 };
  const maxAge = request?.effective('max_age');
  return maxAge && /^\d{1,9}$/.test(maxAge)
    ? { parameter: `max_age=${quote(maxAge)}`, seconds: Number(maxAge) }
    : null;
}

/** When the request was made, by the clock of the server. */
export function askedAt({ request, facts }: Flow): number | null {
  if (!request) return null;
  const time = serverTime(request.exchange);
  if (time !== null) return time;
  return isByClient(request.exchange)
    ? request.exchange.startedAt + (facts.clock?.offset ?? 0)
    : null;
}
