import { asHtu, isSameHtu } from '../../flow/facts/dpop-refusal.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { claim, rfc } from '../check.ts';
import { proofComparison } from '../shared/dpop-check.ts';

export default proofComparison(
  {
    title: 'The DPoP proof was made for another request',
    why: 'A proof is valid for one method and one URL, its htm and htu. The server compares them with the request.',
    fix: 'Make a proof for each request, with its method as htm and its URL without query and fragment as htu.',
    specs: [rfc(9449, '4.2'), rfc(9449, '4.3')],
  },
  ({ message, proof: { htm, htu } }) => {
    const { method, url } = message.exchange.request;
    if (htm !== null && htm !== method) {
      return {
        at: claim('htm'),
        observed: `htm of the DPoP proof is ${quote(htm)}, and the method of the request is ${method}.`,
        expected: method,
      };
    }
    const here = asHtu(url);
    if (htu === null || here === null) return null;
    if (isSameHtu(htu, url)) {
      if (!/[?#]/.test(htu)) return null;
      // The server should ignore the query of htu, and not all do.
      return {
        at: claim('htu'),
        observed: `htu of the DPoP proof is ${quote(htu)}, with a query or fragment.`,
        expected: quote(here),
        certainty: 'likely',
      };
    }
    const difference = describeDifference(htu, here);
    return {
      at: claim('htu'),
      observed: `htu of the DPoP proof is ${quote(htu)}, and the request went to ${quote(here)}${difference === null ? '' : ` (${difference})`}.`,
      expected: quote(here),
    };
  },
);
