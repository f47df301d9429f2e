import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { answerOf, corsReports } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Access-Control-Allow-Credentials is missing',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The request was made with cookies, and the server has to agree to that. Token and UserInfo requests need no cookies.',
  fix: 'Leave credentials: "include" (withCredentials) out of this request, or have the server allow credentials.',
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  subject: CALL_KINDS,
  check: (message, flow) =>
    corsReports(
      message,
      flow,
      'acac-missing',
      'Access-Control-Allow-Credentials',
      (refusal) =>
        `The request was made with credentials. ${answerOf(refusal)} has ${
          refusal.observed === null
            ? 'no Access-Control-Allow-Credentials'
            : `Access-Control-Allow-Credentials ${quote(refusal.observed)}`
        }.`,
    ),
});
