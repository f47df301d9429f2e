import { startsFlow } from '../../flow/facts/attempt.ts';
import { requestRefusal } from '../../flow/facts/request-refusal.ts';
import { headerValue } from '../../http/headers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';
import { refusalSentence } from '../shared/faulty-parameter-check.ts';

/** Android marks its web view; the browsers inside of social applications name themselves. */
const EMBEDDED = /; wv\)|\bFB(?:AN|AV)\/|\bInstagram \d|\bLine\/\d|\bMicroMessenger\//;

export default defineCheck({
  title: 'The login runs in a browser inside of an application',
  severity: 'info',
  owner: 'client',
  basis: 'heuristic',
  why: 'An application can read what is typed into a web view of its own, so servers may refuse to show their login there.',
  fix: 'Open the login in the browser of the system: ASWebAuthenticationSession on iOS, a Custom Tab on Android.',
  specs: [rfc(8252, '8.12')],
  subject: 'authorization-request',
  *check(message, flow) {
    const agent = headerValue(message.exchange.request.headers, 'user-agent') ?? '';
    const mark = EMBEDDED.exec(agent)?.[0];
    if (mark === undefined || !startsFlow(message, flow)) return;
    const refusal = requestRefusal(flow);
    if (refusal === null || refusal.error !== null) return;
    if (refusal.about === 'redirect-mismatch' || refusal.about === 'client-unknown') return;
    yield {
      at: header('User-Agent'),
      observed:
        `The browser names itself as one inside of an application (${quote(mark)}). ${refusalSentence(flow)}`.trim(),
    };
  },
});
