import type { Flow } from '../../flow/flow.ts';
import { isSameSite } from '../../http/site.ts';
import { hostOf, originOfUrl } from '../../http/url.ts';
import { count, list } from '../../words/numbers.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const MAX_TOLD = 3;

export default defineCheck({
  title: 'The authorization code was sent to a third party',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The callback page loaded or called another site while the code was in its URL. PKCE and the first use of the code protect it, and nothing else does.',
  fix: 'Take the code out of the URL (history.replaceState) before anything else is loaded, and send Referrer-Policy: no-referrer with the callback.',
  specs: [rfc(9700, '4.2.4'), rfc(9700, '4.3.1')],
  aliases: ['referrer-leaks-parameters', 'code-left-in-url'],
  subject: 'authorization-response',
  *check(message, flow) {
    const code = message.params.get('code');
    if (!code || !message.delivered || isRepeated(message, flow)) return;
    const own = ownOrigins(flow);
    const { url } = message.exchange.request;
    const copies = flow.recording
      .copiesOf(code)
      .filter((copy) => !own.has(originOfUrl(copy.url)) && isSameSite(url, copy.url) === false);
    const [first] = copies;
    if (!first) return;
    const hosts = [...new Set(copies.map((copy) => hostOf(copy.url)))];
    const rest = hosts.length > MAX_TOLD ? [`${count(hosts.length - MAX_TOLD, 'other')}`] : [];
    yield {
      at: parameter('code'),
      observed: `The code is in the ${first.where} of ${count(copies.length, 'request')} to ${list([...hosts.slice(0, MAX_TOLD), ...rest])}.`,
      expected: 'No code outside of the client and its server',
    };
  },
});

/** Whether an earlier response of the flow has the same code, and the report. */
function isRepeated(message: Flow['responses'][number], { responses }: Flow): boolean {
  const code = message.params.get('code');
  return (
    responses.find(({ params, delivered }) => delivered && params.get('code') === code) !== message
  );
}

/** The origins of the client and of the server: those of all messages. */
function ownOrigins({ messages }: Flow): ReadonlySet<string | null> {
  return new Set(messages.map(({ exchange }) => originOfUrl(exchange.request.url)));
}
