import { grantReasons } from '../../oauth/values/grant-reason.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { saysRedirectUri } from '../shared/redirect-uri-evidence.ts';

export default defineCheck({
  title: 'redirect_uri is missing in the token request',
  severity: 'error',
  owner: 'client',
  basis: 'heuristic',
  effect: 'request-fails',
  why: 'A client that sent redirect_uri in the authorization request has to repeat it here (OAuth 2.0). Most servers insist on it, although OAuth 2.1 drops the rule.',
  fix: 'Repeat the redirect_uri of the authorization request in the token request.',
  specs: [rfc(6749, '4.1.3')],
  explains: [
    'token-error-invalid-grant',
    'token-error-invalid-request',
    'token-error-unknown-code',
    'token-error-with-200',
  ],
  subject: 'token-request',
  *check(message, { request, facts }) {
    const { grant, params, response, bodyFormat } = message;
    const asked = request?.effective('redirect_uri');
    if (!asked || params.has('redirect_uri')) return;
    if (grant !== 'authorization_code' || bodyFormat === 'unknown') return;
    const named = saysRedirectUri(message);
    const refused = named || ['invalid_grant', 'invalid_request'].includes(response.error ?? '');
    // OAuth 2.1 drops the rule, so another reason that the server gives is the reason.
    if (!refused || (!named && grantReasons(response.errorDescription).length > 0)) return;
    // A verifier that does not match already explains the refusal.
    if (facts.pkce.some((fact) => fact.matches === false)) return;
    yield {
      at: parameter('redirect_uri'),
      observed: `The authorization request had redirect_uri ${quote(asked)}, the token request has none.`,
      expected: quote(asked),
      ...(named ? { basis: 'reported' as const } : {}),
    };
  },
});
