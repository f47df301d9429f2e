import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { headerValue } from '../../http/headers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { answerOf, corsReports } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'The preflight does not allow the method',
  severity: 'error',
  owner: 'resource server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'GET, HEAD and POST are always allowed; every other method has to be listed, in capital letters, or be covered by * in a request without credentials. Otherwise the browser does not send the request.',
  fix: 'Add the method to Access-Control-Allow-Methods at the server.',
  specs: [fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0')],
  explains: ['cors-preflight-failed'],
  subject: CALL_KINDS,
  check: (message, flow) =>
    corsReports(message, flow, 'method-refused', 'Access-Control-Allow-Methods', (refusal) => {
      const method = headerValue(refusal.exchange.request.headers, 'access-control-request-method');
      const allowed =
        refusal.observed === null
          ? 'has no Access-Control-Allow-Methods'
          : `allows ${quote(refusal.observed)}`;
      return `${answerOf(refusal)} ${allowed}; the page wants ${method ?? 'another method'}.`;
    }),
});
