import { clientOf } from '../../oauth/values/token-request-view.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token request uses another client_id than the authorization request',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A code is bound to the client that asked for it. Front end and back end of the app are probably set up with different registrations.',
  fix: 'Use the client_id of the authorization request in the token request too.',
  specs: [rfc(6749, '4.1.3')],
  explains: [
    'token-error-invalid-grant',
    'token-error-invalid-client',
    'token-error-unauthorized-client',
    'id-token-aud-mismatch',
  ],
  subject: 'token-request',
  *check(message, { request }) {
    if (message.grant !== 'authorization_code') return;
    const asked = request?.effective('client_id');
    const sent = clientOf(message);
    if (!asked || sent === null || sent === asked) return;
    // Many clients do not encode the parts of Basic, and servers take both.
    if (!message.params.get('client_id') && message.basic?.raw.id === asked) return;
    const difference = describeDifference(sent, asked);
    yield {
      at: parameter('client_id'),
      observed: `The token request has client_id ${quote(sent)}${difference === null ? '' : ` (${difference})`}, the authorization request had ${quote(asked)}.`,
      expected: quote(asked),
      severity: message.response.outcome === 'tokens' ? 'warning' : 'error',
    };
  },
});
