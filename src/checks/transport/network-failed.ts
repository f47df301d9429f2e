import { networkError } from '../../http/network-error.ts';
import { withoutQuery } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, TARGET_URL } from '../check.ts';
import { failureFor, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'The request failed before an answer came',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The recorder gave the failure a name that Grantscope does not know.',
  fix: 'Look the name up in the manual of the browser or program that wrote it.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message) {
    const failed = failureFor(message, ['unknown']);
    const text = failed?.failure.text;
    if (!failed || !text || networkError(text)) return;
    const { method, url } = failed.exchange.request;
    yield {
      at: TARGET_URL,
      observed: `${method} ${withoutQuery(url)} got no answer; the recorder says ${quote(text)}.`,
    };
  },
});
