import { type RefreshCollision, refreshCollision } from '../../flow/facts/refresh-uses.ts';
import { strandedCalls } from '../../flow/facts/renewal.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { span } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { familyEnd, refusalWords } from '../shared/refresh-race.ts';

/** How servers that have codes of their own refuse a used token. */
const OWN_CODES = ['token-error-unknown-code', 'token-error-nonstandard-shape'];

export default defineCheck({
  title: 'Parallel refreshes send the same refresh token',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'A server that rotates refresh tokens answers one of the requests with a new token and refuses the others. It cannot tell such a race from a theft, so it may revoke the new token as well.',
  fix: 'Let one refresh run at a time: keep its promise, let every other caller wait for it, and share one lock between all tabs (navigator.locks).',
  specs: [rfc(9700, '4.14.2'), rfc(6749, '6')],
  explains: OWN_CODES,
  subject: 'token-request',
  *check(message, flow) {
    const collision = refreshCollision(flow, message);
    if (!collision?.parallel || collision.losers[0] !== message) return;
    const { sentence, explains } = familyEnd(flow, collision);
    yield {
      at: parameter('refresh_token'),
      observed: `${race(collision)}${sentence || consequence(message, flow)}`,
      expected: 'One refresh at a time',
      ...(isFromPage(message)
        ? {}
        : {
            fix: 'Let one refresh per user run at a time: take a lock in the store that all processes share, and read the new tokens from there after waiting.',
          }),
      explains: [...OWN_CODES, ...explains],
    };
  },
});

/** How far apart the requests were, and what each of them got. */
function race({ winner, losers }: RefreshCollision): string {
  const [loser] = losers;
  if (!loser) return '';
  const starts = [winner, ...losers].map(({ exchange }) => exchange.startedAt);
  const apart = span(Math.max(...starts) - Math.min(...starts));
  const first = winner.exchange.startedAt <= loser.exchange.startedAt;
  const words = refusalWords(loser);
  if (losers.length > 1) {
    return `${losers.length + 1} requests within ${apart} sent the same refresh token. One got new tokens, the other ${losers.length} were refused with ${words}.`;
  }
  return first
    ? `Two requests sent the same refresh token ${apart} apart. The first got new tokens, the second was refused with ${words}.`
    : `Two requests sent the same refresh token ${apart} apart. The second got new tokens, the first was refused with ${words}.`;
}

/** The calls that waited for the refused refresh. */
function consequence(loser: TokenRequest, flow: Flow): string {
  const calls = strandedCalls(flow, loser);
  const [first] = calls;
  if (!first) return '';
  const { method, url } = first.exchange.request;
  return calls.length === 1
    ? ` ${method} ${withoutQuery(url)}, which had been refused before, was never repeated.`
    : ` ${calls.length} API calls that had been refused before were never repeated.`;
}
