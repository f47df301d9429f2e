import { startsFlow } from '../../flow/facts/attempt.ts';
import { headerValue } from '../../http/headers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

const ALLOWS = 'Access-Control-Allow-Origin';

export default defineCheck({
  title: 'The authorization endpoint allows scripts of other origins',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'The endpoint is for navigations of the browser. CORS there serves nobody, and usually comes from a filter that covers all paths.',
  fix: 'Leave the authorization endpoint out of the CORS filter.',
  specs: [rfc(9700, '2.6')],
  subject: 'authorization-request',
  *check(message, flow) {
    const { response, destination } = message.exchange;
    const isPage = destination === 'document' || destination === 'iframe';
    if (!isPage || !startsFlow(message, flow)) return;
    const allowed = headerValue(response?.headers ?? [], ALLOWS);
    if (allowed === null) return;
    yield {
      at: header(ALLOWS),
      observed: `The answer of ${message.endpoint} has ${ALLOWS}: ${quote(allowed, 80)}.`,
      expected: `No ${ALLOWS}`,
    };
  },
});
