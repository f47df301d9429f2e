import { issueOfRefreshToken } from '../../flow/facts/refresh-uses.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

/** Other codes are about something else than what was asked for. */
const ABOUT_SCOPE = new Set(['invalid_scope', 'invalid_grant', 'invalid_request', 'access_denied']);

export default defineCheck({
  title: 'The refresh asks for a scope that was not granted',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A refresh can keep or narrow the scope that the user granted. It cannot add to it.',
  fix: 'Leave scope out of the refresh, and start a new authorization request for more scopes.',
  specs: [rfc(6749, '6')],
  explains: [
    'refresh-invalid-grant',
    'token-error-invalid-scope',
    'token-error-invalid-request',
    'token-error-access-denied',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const { grant, params, response } = message;
    if (grant !== 'refresh_token' || !isRefusal(message)) return;
    if (response.error === null || !ABOUT_SCOPE.has(response.error)) return;
    const granted = grantedScope(message, flow);
    const asked = params.get('scope')?.split(/\s+/).filter(Boolean) ?? [];
    if (granted === null) return;
    const more = asked.filter((name) => !granted.includes(name)).slice(0, 10);
    if (more.length === 0) return;
    yield {
      at: parameter('scope'),
      observed: `${tokenErrorSentence(message)} The refresh asks for ${list(more.map((name) => quote(name, 80)))}, which the grant does not have: ${quote(granted.join(' '))}.`,
      expected: `No scope, or a part of ${quote(granted.join(' '))}`,
    };
  },
});

/** The scope that the refresh token stands for; null when the recording does not show it. */
function grantedScope(message: TokenRequest, flow: Flow): readonly string[] | null {
  const issue = issueOfRefreshToken(flow, message);
  if (!issue) return null;
  const said = issue.response.json?.scope;
  const asked = issue.params.get('scope') ?? flow.request?.effective('scope');
  // Without scope in the answer, all that was asked for is granted (RFC 6749 section 5.1).
  const scope = typeof said === 'string' && said !== '' ? said : asked;
  if (!scope || issue.grant === 'refresh_token') return null;
  return scope.split(/[\s,]+/).filter(Boolean);
}
