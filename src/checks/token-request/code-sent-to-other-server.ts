import { handedOver } from '../../flow/facts/handover-end.ts';
import { otherServer } from '../../flow/facts/server-of-token-request.ts';
import { httpStatus } from '../../http/status.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The code went to another authorization server than the one that issued it',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'Only the server that issued a code can redeem it. Another server does not know the code, and now holds it.',
  fix: 'Send the code to the token endpoint of the server that issued it.',
  specs: [rfc(6749, '4.1.3'), rfc(9700, '4.4')],
  explains: [
    'token-error-invalid-grant',
    'token-error-invalid-client',
    'token-error-unauthorized-client',
    'token-error-invalid-request',
    'token-error-nonstandard-shape',
    'token-error-unknown-code',
    'client-id-mismatch-token',
    'redirect-uri-token-mismatch',
    'redirect-uri-token-missing',
    'code-verifier-unexpected',
    'code-verifier-missing',
    'code-expired-likely',
    'code-reused',
  ],
  subject: 'token-request',
  *check(message, flow) {
    if (!isRefusal(message)) return;
    const other = otherServer(message, flow);
    if (!other) return;
    const { response, exchange } = message;
    const answer = response.error
      ? quote(response.error, 60)
      : exchange.response
        ? httpStatus(exchange.response)
        : 'a refusal';
    yield {
      at: TARGET_URL,
      observed: `${other.issuer} issued the code, and the token request took it to ${other.asked}, which answered ${answer}.`,
      // The right receiver took the code as well, so the login went on.
      ...(handedOver(flow) === 'taken' ? { severity: 'warning', effect: null } : {}),
      expected: other.right ?? `The token endpoint of ${other.issuer}`,
      ...(other.otherClient
        ? {
            fix: `Let the client of ${other.asked} take only responses to its own requests: compare state before the code is used, and give each server a redirect_uri of its own.`,
          }
        : other.right === null
          ? {}
          : { fix: `Send the code to ${other.right}, as the metadata of the server says.` }),
    };
  },
});
