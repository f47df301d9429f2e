import { startsFlow } from '../../flow/facts/attempt.ts';
import { expiryOf } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { scopes } from '../../oauth/values/response-type.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidc, parameter } from '../check.ts';
import { refreshTokenNeed } from '../shared/provider-words.ts';

const ASKS = ['offline_access', 'offline', 'refresh_token'];

export default defineCheck({
  title: 'The login did not ask for a refresh token, and the client needs one',
  severity: 'info',
  owner: 'client',
  basis: 'computed',
  why: 'Many servers issue a refresh token only to a client that asks for one. Without it, the user has to log in again when the access token ends.',
  fix: 'Ask for the scope offline_access, and enable refresh tokens for this client at the server.',
  specs: [oidc('11')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || message.opaque || !hadToEnd(flow)) return;
    const asked = scopes(message);
    if (ASKS.some((name) => asked.has(name))) return;
    if (message.effective('access_type') === 'offline') return;
    const need = refreshTokenNeed(flow);
    yield {
      at: parameter('scope'),
      observed: `The request has scope ${quote([...asked].join(' '))}. The client got no refresh token, and an API refused its access token after that had expired.`,
      expected: 'A request for offline access',
      ...(need === null ? {} : { fix: need }),
    };
  },
});

/** Whether an access token of the login expired in use, and the client had nothing to renew it with. */
function hadToEnd(flow: Flow): boolean {
  const issued = flow.tokenRequests.filter(({ response }) => response.accessToken !== null);
  if (issued.length === 0 || issued.some(({ response }) => response.refreshToken !== null))
    return false;
  return flow.messages.some((message) => {
    if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') return false;
    if (message.token === null || refusedWith(message.exchange) !== 401) return false;
    const expiry = expiryOf(flow, message.token);
    return expiry !== null && message.exchange.startedAt > expiry.at;
  });
}
