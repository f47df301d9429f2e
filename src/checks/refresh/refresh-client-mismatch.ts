import { issueOfRefreshToken } from '../../flow/facts/refresh-uses.ts';
import { clientOf, isRefusal } from '../../oauth/values/token-request-view.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The refresh comes from another client than the refresh token',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A refresh token is bound to the client that it was issued to. Page and back end of the application, or two of its environments, probably have different registrations.',
  fix: 'Refresh with the client_id, and the credentials, of the client that logged in.',
  specs: [rfc(6749, '6'), rfc(6749, '10.4')],
  explains: [
    'refresh-invalid-grant',
    'token-error-invalid-client',
    'token-error-invalid-request',
    'token-error-unauthorized-client',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const issue = isRefusal(message) ? issueOfRefreshToken(flow, message) : null;
    if (!issue) return;
    const sent = clientOf(message);
    const owner = clientOf(issue) ?? flow.request?.effective('client_id') ?? null;
    if (sent === null || owner === null || sent === owner) return;
    // Many clients do not encode the parts of Basic, and servers take both.
    if (message.basic?.raw.id === owner || issue.basic?.raw.id === sent) return;
    const difference = describeDifference(sent, owner);
    yield {
      at: parameter('client_id'),
      observed: `This refresh comes from the client ${quote(sent)}${difference === null ? '' : ` (${difference})`}; the refresh token was issued to ${quote(owner)}.`,
      expected: quote(owner),
    };
  },
});
