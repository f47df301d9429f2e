import { repeatedProof } from '../../flow/facts/dpop-nonce.ts';
import { wantsDpopNonce } from '../../flow/facts/dpop-proofs.ts';
import { WITH_PROOF, type WithProof } from '../../flow/facts/dpop-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { dpopNonce } from '../../oauth/values/dpop.ts';
import { kindWord } from '../../words/kinds.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The DPoP nonce that the server asks for is not sent',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The answer use_dpop_nonce is a step: it brings a nonce in the header DPoP-Nonce, and the client repeats the request with a proof that has it.',
  fix: 'Repeat the request with a new proof that has the value of DPoP-Nonce as its claim nonce, and keep the newest nonce of each server.',
  specs: [rfc(9449, '8'), rfc(9449, '9')],
  explains: ['token-step-open'],
  subject: WITH_PROOF,
  *check(message, flow) {
    const { response } = message.exchange;
    if (!response || !wantsDpopNonce(message)) return;
    const given = dpopNonce(message.exchange);
    if (given === null) {
      if (!response.headersComplete) return;
      yield {
        at: header('DPoP-Nonce'),
        title: 'The server asks for a DPoP nonce and gives none',
        observed: 'The answer is "use_dpop_nonce", and it has no header DPoP-Nonce.',
        expected: 'DPoP-Nonce with the nonce',
        severity: 'error',
        owner: isAtApi(message) ? 'resource server' : 'authorization server',
        fix: 'Send DPoP-Nonce in every answer that asks for a nonce; a proxy in between may remove it.',
      };
      return;
    }
    const repeat = repeatedProof(flow, message);
    if (repeat !== null && repeat.nonce === null) {
      yield {
        message: repeat.message,
        at: header('DPoP'),
        observed:
          'The answer brought a nonce in DPoP-Nonce, and the repeated request has a proof without a nonce.',
        expected: 'A proof with the claim nonce',
        severity: 'error',
      };
      return;
    }
    // The same of a token request is told by another check.
    if (repeat !== null || message.kind === 'token-request') return;
    if (isSentAgain(message, flow) || isEmptied(message)) return;
    // Without its credentials the repeated call is not recognised.
    if (!message.exchange.request.headersComplete) return;
    yield {
      at: header('DPoP-Nonce'),
      // The server asks; only the recording says that nothing came of it.
      basis: 'reported',
      certainty: 'likely',
      observed: `The ${kindWord(message.kind)} was answered "use_dpop_nonce" with a nonce, and the recording does not show that the client repeated it.`,
    };
  },
});

/** Whether the same call follows, with a proof that the recording may not have. */
function isSentAgain({ exchange }: WithProof, { messages }: Flow): boolean {
  const { method, url } = exchange.request;
  return messages.some(
    ({ exchange: { request, startedAt } }) =>
      startedAt > exchange.startedAt && request.method === method && request.url === url,
  );
}

/** Whether somebody emptied the proof before the recording was shared. */
function isEmptied({ exchange }: WithProof): boolean {
  return headerValue(exchange.request.headers, 'dpop')?.trim() === '';
}

function isAtApi({ kind }: WithProof): boolean {
  return kind === 'api-call';
}
