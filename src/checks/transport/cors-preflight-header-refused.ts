import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { corsVerdict } from '../../flow/facts/cors-verdict.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, fetchStandard, header } from '../check.ts';
import { answerOf, likelyWhenInferred, ownerOfAnswer } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'The preflight does not allow a request header',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The browser sends headers beyond the basic ones to another origin only after the server has agreed to each. Monitoring scripts may add headers unnoticed, for example traceparent.',
  fix: 'Leave the header out of this request, or add it to Access-Control-Allow-Headers at the server; * never covers Authorization.',
  specs: [
    fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0'),
    fetchStandard('CORS non-wildcard request-header name', 'cors-non-wildcard-request-header-name'),
  ],
  explains: ['cors-preflight-failed'],
  subject: CALL_KINDS,
  *check(message, flow) {
    const verdict = corsVerdict(message, flow);
    const at = header('Access-Control-Allow-Headers');
    if (verdict.kind === 'refused' && verdict.reason === 'header-refused') {
      const sent = verdict.observed;
      yield {
        at,
        observed: `${answerOf(verdict)} does not allow ${list(verdict.refusedHeaders.map((name) => quote(name, 60)))}: ${
          sent === null
            ? 'it has no Access-Control-Allow-Headers'
            : `Access-Control-Allow-Headers is ${quote(sent)}`
        }.`,
        expected: verdict.expected,
        ...ownerOfAnswer(message, flow),
        ...likelyWhenInferred(verdict),
      };
    } else if (verdict.kind === 'lax') {
      yield {
        at,
        observed: `Access-Control-Allow-Headers: * does not cover ${list(verdict.refusedHeaders)} by the standard; this browser let the request through, others may not.`,
        expected: 'Access-Control-Allow-Headers: authorization',
        ...ownerOfAnswer(message, flow),
        severity: 'info',
        title: 'The preflight allows Authorization only by *',
      };
    }
  },
});
