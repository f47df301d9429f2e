import { corsVerdict } from '../../flow/facts/cors-verdict.ts';
import { likelyCorsOrigin } from '../../flow/facts/likely-cors.ts';
import { originOf } from '../../http/cors-request.ts';
import { defineCheck, fetchStandard, header } from '../check.ts';

export default defineCheck({
  title: 'The page that sends the token request has no origin',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'withheld-from-page',
  why: 'A page from a file, in a sandboxed frame or from a data: URL has the origin "null", and so has a request that was redirected to another origin. A server cannot allow it: every such page would be allowed.',
  fix: 'Serve the page from http://localhost or an https origin and register that origin; give a sandboxed frame allow-same-origin.',
  specs: [fetchStandard('Origin header', 'origin-header')],
  explains: [
    'cors-acao-missing',
    'cors-acao-mismatch',
    'cors-preflight-failed',
    'cors-preflight-header-refused',
    'request-not-allowed',
    'network-failed',
  ],
  subject: 'token-request',
  *check(message, flow) {
    if (originOf(message.exchange) !== 'null') return;
    const isWithheld =
      corsVerdict(message, flow).kind === 'refused' || likelyCorsOrigin(message, flow) !== null;
    if (!isWithheld) return;
    yield {
      at: header('Origin'),
      observed:
        'The token request has Origin: null, and the browser kept the answer from the page.',
      expected: 'The origin of the application',
    };
  },
});
