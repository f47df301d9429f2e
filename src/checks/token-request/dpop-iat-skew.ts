import { PROOF_WINDOW } from '../../flow/facts/dpop-refusal.ts';
import { serverTime } from '../../flow/facts/id-token.ts';
import { isByClient } from '../../flow/facts/moments.ts';
import { apart, span } from '../../words/times.ts';
import { claim, rfc } from '../check.ts';
import { proofComparison } from '../shared/dpop-check.ts';

/** The Date of an answer has whole seconds. */
const NAMED_WINDOW = 5_000;
const TIME = /\biat\b|\bexpired?\b|\bfuture\b|\btoo (?:old|early|late)\b|\btime\b|\bclock\b|stale/i;

export default proofComparison(
  {
    title: 'The time of the DPoP proof is not the time of the server',
    why: 'A server accepts a proof only for a short time around its iat, so that nobody can use it again later.',
    fix: 'Set the clock of the machine that makes the proof; or make iat from the Date of the server’s answers.',
    specs: [rfc(9449, '4.3'), rfc(9449, '11.1')],
  },
  ({ message: { exchange }, proof: { iat }, words }) => {
    const now = serverTime(exchange);
    if (iat === null || now === null) return null;
    const off = iat * 1_000 - now;
    const isSaid = TIME.test(words);
    if (Math.abs(off) < (isSaid ? NAMED_WINDOW : PROOF_WINDOW)) return null;
    const age = exchange.startedAt - iat * 1_000;
    const isKept = isByClient(exchange) && age > PROOF_WINDOW && age >= -off / 2;
    return {
      at: claim('iat'),
      observed: `iat of the DPoP proof is ${apart(iat * 1_000, now)} the time of the server${isKept ? `, and ${span(age)} before the request by the clock of the client` : ''}.`,
      expected: 'The time of the server, within some seconds',
      ...(isKept ? { fix: 'Make a new proof for each request, right before it is sent.' } : {}),
    };
  },
);
