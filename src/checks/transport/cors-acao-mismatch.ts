import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, fetchStandard } from '../check.ts';
import { answerOf, corsReports } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Access-Control-Allow-Origin names another origin',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The value has to be the origin of the page, character by character: scheme, host and port, and no slash at the end. Otherwise the app sees only "Failed to fetch".',
  fix: 'Set the exact origin of the page at the server; localhost and 127.0.0.1 are two origins.',
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  subject: CALL_KINDS,
  check: (message, flow) =>
    corsReports(message, flow, 'acao-mismatch', 'Access-Control-Allow-Origin', (refusal) => {
      const allowed = refusal.observed ?? '';
      if (refusal.origin === 'null')
        return `${answerOf(refusal)} allows ${quote(allowed)}, and the browser sent the origin "null", as it does after a redirect to another origin and from sandboxed frames.`;
      const parts = urlDifferences(refusal.origin, allowed);
      return `${answerOf(refusal)} allows ${quote(allowed)}, the page is ${quote(refusal.origin)}: they differ in ${list(parts)}.`;
    }),
});
