import { ownFact } from '../../flow/facts/dpop-proofs.ts';
import { s256 } from '../../http/digest.ts';
import { quote } from '../../words/quote.ts';
import { claim, rfc } from '../check.ts';
import { proofComparison } from '../shared/dpop-check.ts';

export default proofComparison(
  {
    title: 'The DPoP proof does not name the access token beside it',
    why: 'At an API a proof needs ath, the SHA-256 hash of the access token in base64url. Without it the proof could be used with another token.',
    fix: 'Make ath anew for each call, from the access token that the call sends: base64url(SHA-256(token)).',
    specs: [rfc(9449, '4.2'), rfc(9449, '7')],
  },
  ({ message, proof: { ath } }) => {
    if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') return null;
    if (message.token === null || ownFact(message)?.athMatches === true) return null;
    const expected = quote(s256(message.token));
    return {
      at: claim('ath'),
      observed:
        ath === null
          ? 'The DPoP proof has no ath, and the call has an access token.'
          : `ath of the DPoP proof is ${quote(ath)}, and the hash of the access token is ${expected}.`,
      expected,
      ...(ath === null
        ? {}
        : {
            fix: 'Make ath from the access token that the call sends; after a refresh that is the new one.',
          }),
    };
  },
);
