import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { authorizationErrorSentence, reportsFirst } from '../shared/authorization-error-check.ts';

const OUTER = '(?:external|upstream|social|federated|third.?party|identity provider|idp|provider)';
/** Words with which a server says that it could not redeem the code of the server that it asked. */
const REDEMPTION = new RegExp(
  String.raw`\b(?:exchang|redeem|retriev|obtain|fetch|get|request)\w*\b[^.]{0,40}\b${OUTER}\b[^.]{0,30}\b(?:code|token)|\b(?:code|token)\b[^.]{0,30}\b(?:exchange|request|endpoint)\b[^.]{0,40}\b${OUTER}\b|\b${OUTER}\b[^.]{0,30}\btoken (?:exchange|request|endpoint)\b`,
  'i',
);

export default defineCheck({
  title: 'The server could not redeem the code of the outer provider',
  severity: 'error',
  owner: 'registration',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The login at the outer provider worked. The server in between is its client there, and its request for tokens was refused. The application that gets this error has no part in it.',
  fix: 'Check the client id and the client secret of the outer provider in the settings of the server: compare them with the registration at the provider, and enter a new secret if it has expired.',
  specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  explains: [
    'authz-error-server-error',
    'authz-error-access-denied',
    'authz-error-invalid-request',
    'authz-error-temporarily-unavailable',
    'authz-error-unknown-code',
    'redirect-landing-failed',
  ],
  subject: 'authorization-response',
  *check(message, flow) {
    if (!message.params.has('error') || !reportsFirst(message, flow)) return;
    if (!REDEMPTION.test(descriptionOf(message))) return;
    yield {
      at: parameter('error_description'),
      observed: authorizationErrorSentence(message),
      expected: `A code instead of ${quote(message.params.get('error') ?? '', 60)}`,
    };
  },
});

function descriptionOf({ params }: AuthorizationResponse): string {
  return (params.get('error_description') ?? '').slice(0, 500);
}
