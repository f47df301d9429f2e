import { localCallOf } from '../../flow/facts/cors-call.ts';
import { withoutQuery } from '../../http/url.ts';
import { defineCheck, TARGET_URL } from '../check.ts';
import { failureFor, failureReport, REQUESTS, serverOf } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The browser does not let this page call the local network',
  severity: 'error',
  owner: 'user',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A page from the internet may call this machine or the local network only with the permission of the user. Without it the browser sends nothing.',
  fix: 'Allow the page to access the local network when the browser asks or in its site settings; or serve page and server both locally or both publicly.',
  specs: [
    {
      label: 'Local Network Access section 3',
      url: 'https://wicg.github.io/local-network-access/#integration-with-fetch',
    },
  ],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const named = failureFor(message, ['blocked-local-network']);
    if (named) yield failureReport(message, flow, named, 'was not sent');
    // Chromium writes no name into its log, only that it blocked.
    const unnamed = failureFor(message, ['blocked']);
    const page = unnamed && localCallOf(message);
    if (!unnamed || !page) return;
    const { method, url } = unnamed.exchange.request;
    yield {
      at: TARGET_URL,
      observed: `${method} ${withoutQuery(url)} was blocked by the browser: the page ${page} is public, and ${serverOf(unnamed.exchange)} is on this machine or in the local network.`,
      certainty: 'likely',
    };
  },
});
