import { rfc } from '../check.ts';
import { dpopEvidence } from '../shared/dpop-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_dpop_proof',
  title: 'The DPoP proof is refused',
  owner: 'client',
  why: 'The signed proof in the DPoP header does not match the request: method, URL, time, nonce or key.',
  fix: 'Make a new proof for each request, with the htm, htu, iat and nonce of exactly that request.',
  evidence: dpopEvidence,
  specs: [rfc(9449, '5')],
});
