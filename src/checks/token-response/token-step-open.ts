import { isProtocolStep } from '../../oauth/registry/token-errors.ts';
import { stepOfProvider } from '../../providers/registry/token-steps.ts';
import { defineCheck, member, rfc } from '../check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

/** Polling goes on by itself until the user has answered. */
const WAITING = new Set(['authorization_pending', 'slow_down', 'request_submitted']);

/** What the client has to do for each step. */
const NEXT: Readonly<Record<string, string>> = {
  use_dpop_nonce:
    'Repeat the request with the value of the header DPoP-Nonce as nonce of the proof.',
  use_attestation_challenge:
    'Repeat the request with the value of the header OAuth-Client-Attestation-Challenge as challenge of the proof.',
  use_fresh_attestation: 'Get a new client attestation, and repeat the request with it.',
  need_info:
    'Send the user to the redirect_user URL of the answer, or push the required_claims, and repeat the request with the ticket of the answer.',
  insufficient_authorization:
    'Ask the user for what the answer demands, and repeat the request with its auth_session.',
  redirect_to_web: 'Go on with an authorization request in the browser.',
};

export default defineCheck({
  title: 'The server asks for one more step before it issues tokens',
  severity: 'info',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The answer has an error code, but refuses nothing: the client is to continue as the code says.',
  fix: 'Do what the error code asks for, and repeat the request.',
  specs: [
    rfc(9449, '8'),
    {
      label: 'UMA 2.0 Grant section 3.3.6',
      url: 'https://docs.kantarainitiative.org/uma/wg/rec-oauth-uma-grant-2.0.html#authorization-failure',
    },
  ],
  subject: 'token-request',
  *check(message, { tokenRequests }) {
    const { error } = message.response;
    if (error === null || !isProtocolStep(error) || WAITING.has(error)) return;
    const next = NEXT[error] ?? stepOfProvider(error);
    const isLast = tokenRequests.at(-1) === message;
    yield {
      at: member('error'),
      observed: `${tokenErrorSentence(message)}${isLast ? ' The recording does not show that the client continued.' : ''}`,
      severity: isLast ? 'warning' : 'info',
      ...(next ? { fix: isLast ? next : 'Nothing has to be done: the client continued.' } : {}),
    };
  },
});
