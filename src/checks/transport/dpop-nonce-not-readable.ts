import { repeatedProof } from '../../flow/facts/dpop-nonce.ts';
import { wantsDpopNonce } from '../../flow/facts/dpop-proofs.ts';
import { WITH_PROOF, type WithProof } from '../../flow/facts/dpop-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOf } from '../../http/cors-request.ts';
import { headerValue } from '../../http/headers.ts';
import { originOfUrl } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, fetchStandard, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The page cannot read the DPoP nonce that the server demands',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'Script reads only those headers of another origin that Access-Control-Expose-Headers lists. Without the nonce the client cannot make the proof that the server asks for.',
  fix: 'List DPoP-Nonce in Access-Control-Expose-Headers of this endpoint.',
  specs: [rfc(9449, '8'), fetchStandard('CORS-exposed header-name list', 'cors-protocol')],
  explains: ['token-step-open', 'dpop-nonce-required'],
  subject: WITH_PROOF,
  *check(message, flow) {
    const { exchange } = message;
    const answer = exchange.response;
    // A client that repeated the request did read the nonce.
    if (!answer || !wantsDpopNonce(message) || isRepeated(message, flow)) return;
    const page = originOf(exchange);
    if (page === null || page === originOfUrl(exchange.request.url)) return;
    if (headerValue(answer.headers, 'dpop-nonce') === null) return;
    const exposed = headerValue(answer.headers, 'access-control-expose-headers');
    if (exposed === null && !answer.headersComplete) {
      yield cannotTell('The recording does not have all headers of the answer.');
      return;
    }
    const names = (exposed ?? '').split(',').map((name) => name.trim().toLowerCase());
    if (names.includes('dpop-nonce') || names.includes('*')) return;
    yield {
      at: header('Access-Control-Expose-Headers'),
      ...(message.kind === 'api-call' ? { owner: 'resource server' } : {}),
      observed: `The answer "use_dpop_nonce" has DPoP-Nonce, and ${exposed === null ? 'no Access-Control-Expose-Headers' : `Access-Control-Expose-Headers is ${quote(exposed)}`}. The page of ${page} did not repeat the request.`,
      expected: 'Access-Control-Expose-Headers: DPoP-Nonce',
    };
  },
});

function isRepeated(message: WithProof, flow: Flow): boolean {
  if (message.kind === 'token-request') return flow.tokenRequests.at(-1) !== message;
  return repeatedProof(flow, message) !== null;
}
