import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { answerOf, corsReports } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Access-Control-Allow-Origin is * for a request with credentials',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'For a request with cookies, * is not a wildcard, and the browser withholds the answer. Token and UserInfo requests need no cookies.',
  fix: 'Leave credentials: "include" (withCredentials) out of this request.',
  specs: [fetchStandard('CORS protocol and credentials', 'cors-protocol-and-credentials')],
  subject: CALL_KINDS,
  check: (message, flow) =>
    corsReports(
      message,
      flow,
      'wildcard-with-credentials',
      'Access-Control-Allow-Origin',
      (refusal) =>
        `${answerOf(refusal)} has Access-Control-Allow-Origin: *, and the request was made with credentials${
          refusal.inferred ? ', judging by what the browser did' : ''
        }.`,
    ),
});
