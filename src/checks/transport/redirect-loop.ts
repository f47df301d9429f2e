import type { Flow } from '../../flow/flow.ts';
import { isRedirect } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { span } from '../../words/times.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

const gaveUp = failedRequestCheck({
  title: 'The browser gave up after too many redirects',
  owner: 'authorization server',
  why: 'Two pages send the browser to each other. Most often one of them sets a cookie that does not come back, so that it never knows the user.',
  fix: 'Find the URLs that redirect to each other, and see which cookie is set by one of them and missing when the next is asked.',
  specs: [fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch')],
  explains: [],
  reasons: ['too-many-redirects'],
  what: 'was redirected again and again until the browser gave up',
});

export default defineCheck({
  ...gaveUp,
  effect: 'starts-over',
  *check(message, flow) {
    for (const report of gaveUp.check(message, flow)) {
      if ('cannotTell' in report) yield report;
      else yield { ...report, observed: `${report.observed}${roundsBefore(message, flow)}` };
    }
  },
});

/** How often the same URL had redirected the browser before. */
function roundsBefore(message: Message, { messages }: Flow): string {
  const place = placeOf(message);
  const { startedAt } = message.exchange;
  const rounds = messages.filter(
    (other) =>
      other.exchange.startedAt < startedAt &&
      isRedirect(other.exchange.response) &&
      placeOf(other) === place,
  );
  const [first] = rounds;
  if (!first || rounds.length < 2) return '';
  return ` The recording shows ${rounds.length} rounds within ${span(startedAt - first.exchange.startedAt)}.`;
}

function placeOf({ exchange: { request } }: Message): string {
  return `${request.method} ${withoutQuery(request.url)}`;
}
