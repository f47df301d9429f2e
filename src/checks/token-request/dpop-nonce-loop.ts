import { refusedDespiteNonce } from '../../flow/facts/dpop-nonce.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The DPoP nonce is refused although the server has just given it',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The client did what the server asked for and gets the same answer again, so every proof will fail. Usually several nodes do not share the secret of their nonces.',
  fix: 'Make every node of the server accept the nonces of the others.',
  specs: [rfc(9449, '8.2')],
  explains: ['token-step-open'],
  subject: 'flow',
  *check(flow) {
    const request = refusedDespiteNonce(flow.tokenRequests);
    if (!request) return;
    yield {
      message: flow.messages.indexOf(request),
      at: header('DPoP'),
      observed:
        'The proof carries the DPoP-Nonce of the previous answer, and the server answered "use_dpop_nonce" again.',
    };
  },
});
