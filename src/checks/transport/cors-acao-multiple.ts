import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { answerOf, corsReports } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Access-Control-Allow-Origin has more than one value',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The header takes one origin, and two values match no page. Usually the application and a proxy in front of it both add one.',
  fix: 'Set Access-Control-Allow-Origin in the application or in the proxy, not in both.',
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  subject: CALL_KINDS,
  check: (message, flow) =>
    corsReports(
      message,
      flow,
      'acao-multiple',
      'Access-Control-Allow-Origin',
      (refusal) =>
        `${answerOf(refusal)} has Access-Control-Allow-Origin ${quote(refusal.observed ?? '')}.`,
    ),
});
