import { defineCheck, fetchStandard, header } from '../check.ts';
import { answerOf, likelyBlocked, likelyWhenInferred, refusalFor } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Metadata or keys cannot be read by the page',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'These documents are public, but without this header a browser shows them to no script of another origin. The client cannot even start.',
  fix: 'Have the server send Access-Control-Allow-Origin: * with its metadata and its keys.',
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  subject: ['metadata-request', 'jwks-request'],
  *check(message, flow) {
    yield* likelyBlocked(message, flow);
    const refusal = refusalFor(message, flow, ['acao-missing']);
    if (refusal?.on !== 'request') return;
    yield {
      at: header('Access-Control-Allow-Origin'),
      observed: `${answerOf(refusal)} has no Access-Control-Allow-Origin, so the page ${refusal.origin} may not read it.`,
      expected: 'Access-Control-Allow-Origin: *',
      ...likelyWhenInferred(refusal),
    };
  },
});
