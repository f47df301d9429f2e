import { startsFlow } from '../../flow/facts/attempt.ts';
import { isDevelopmentHost } from '../../http/development-host.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'redirect_uri uses http on a public host',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The code comes back over an unencrypted hop. Browsers also turn http into https by themselves, and then the URI no longer matches.',
  fix: 'Serve the callback over https, register that URI and send it.',
  specs: [rfc(9700, '2.6'), rfc(6749, '3.1.2.1')],
  subject: 'authorization-request',
  *check(message, flow) {
    const value = message.effective('redirect_uri') ?? '';
    const url = parseUrl(value);
    if (!startsFlow(message, flow) || url?.protocol !== 'http:') return;
    if (isLoopbackHost(url.hostname)) return;
    yield {
      at: parameter('redirect_uri'),
      observed: `redirect_uri is ${quote(value)}.`,
      expected: quote(value.replace(/^http:/i, 'https:')),
      severity: isDevelopmentHost(url.hostname) ? 'info' : advice(flow, 'warning'),
    };
  },
});
