import { boundKey } from '../../flow/facts/dpop-keys.ts';
import { ownFact } from '../../flow/facts/dpop-proofs.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { quote } from '../../words/quote.ts';
import { header, rfc } from '../check.ts';
import { proofComparison } from '../shared/dpop-check.ts';

export default proofComparison(
  {
    title: 'The DPoP proof is made with another key than the one that was bound',
    why: 'Code, tokens and proofs have to be of one key. A page that does not keep its key makes a new one after a reload, and two tabs make two.',
    fix: 'Keep the key pair as long as its tokens, in IndexedDB as a CryptoKey that cannot be exported, and make all proofs with it.',
    specs: [rfc(9449, '5'), rfc(9449, '6'), rfc(9449, '10')],
  },
  ({ message, flow }) => {
    const bound = boundKey(message, flow);
    const jkt = ownFact(message)?.jkt ?? null;
    if (bound === null || jkt === null || jkt === bound.jkt) return null;
    // Only refresh tokens of public clients are bound.
    if (bound.mayChange && clientAuthentication(message).kind === 'method') return null;
    return {
      at: header('DPoP'),
      observed: `The proof is made with the key ${quote(jkt)}, and ${bound.by} names the key ${quote(bound.jkt)}.`,
      expected: `A proof with the key ${quote(bound.jkt)}`,
    };
  },
);
