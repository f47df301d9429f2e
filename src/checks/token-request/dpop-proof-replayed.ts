import { firstUse } from '../../flow/facts/dpop-keys.ts';
import { endOf } from '../../flow/facts/moments.ts';
import { hostOf } from '../../http/url.ts';
import { kindWord } from '../../words/kinds.ts';
import { toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { claim, rfc } from '../check.ts';
import { proofComparison } from '../shared/dpop-check.ts';

export default proofComparison(
  {
    title: 'A DPoP proof is sent a second time',
    why: 'A server accepts each proof once: it remembers the jti. A client that keeps the header, or a retry that copies it, sends the old proof again.',
    fix: 'Make a new proof with a new jti for each request, retries too.',
    specs: [rfc(9449, '11.1'), rfc(9449, '4.2')],
  },
  ({ message, flow }) => {
    const first = firstUse(message, flow);
    if (first === null) return null;
    const { exchange } = message;
    // A service worker that passes the request on is recorded beside it.
    if (exchange.viaWorker || first.exchange.viaWorker) return null;
    if (exchange.startedAt < endOf(first.exchange)) return null;
    return {
      at: claim('jti'),
      observed: `The jti of the DPoP proof was used ${span(exchange.startedAt - first.exchange.startedAt)} earlier, in the ${kindWord(first.kind)} to ${hostOf(first.exchange.request.url)}.`,
      references: [toMessage(`the ${kindWord(first.kind)}`, first)],
      expected: 'A jti that was never used',
    };
  },
);
