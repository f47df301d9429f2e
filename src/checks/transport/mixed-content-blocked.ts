import { originOf } from '../../http/cors-request.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { defineCheck } from '../check.ts';
import { failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'A page loaded by https calls an http URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A secure page may not make insecure requests. The browser blocks them before they are sent.',
  fix: 'Use the https URL of this endpoint.',
  specs: [
    {
      label: 'Mixed Content section 4.4',
      url: 'https://www.w3.org/TR/mixed-content/#should-block-fetch',
    },
  ],
  explains: ['userinfo-failed', 'token-request-insecure', 'token-over-http'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['blocked-mixed-content']) ?? unnamed(message);
    const url = parseUrl(message.exchange.request.url);
    if (!failed || !url || isLoopbackHost(url.hostname)) return;
    yield {
      ...failureReport(message, flow, failed, 'was blocked as mixed content'),
      expected: `https://${url.host}${url.pathname}`,
      certainty: failed.failure.reason === 'blocked' ? 'likely' : 'certain',
    };
  },
});

/**
 * The failure of an http request that the browser blocked without naming a reason. Mixed content is
 * the only reason left.
 */
function unnamed(message: Message): ReturnType<typeof failureFor> {
  const failed = failureFor(message, ['blocked']);
  if (!failed || failed.failure.text !== null) return null;
  const insecure = failed.exchange.request.url.startsWith('http:');
  return insecure && originOf(failed.exchange)?.startsWith('http:') !== true ? failed : null;
}
