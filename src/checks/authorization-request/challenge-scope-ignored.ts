import { presence, startsFlow } from '../../flow/facts/attempt.ts';
import { isAccepted, scopesOf } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { scopes } from '../../oauth/values/response-type.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { mcp } from '../shared/mcp-specs.ts';

export default defineCheck({
  title: 'The client does not ask for the scope that the API named',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'scope in WWW-Authenticate lists what the call needs. A token without it is refused again.',
  fix: 'Ask for the scopes of WWW-Authenticate, beside those that the client already has.',
  specs: [rfc(6750, '3'), mcp('Scope Selection Strategy')],
  explains: ['api-403-insufficient-scope', 'api-403-other'],
  subject: 'authorization-request',
  *check(request, flow) {
    if (!startsFlow(request, flow) || presence(request, 'scope') === 'hidden') return;
    const call = challengeBefore(request, flow);
    const wanted = call ? (bearerChallenge(call.exchange)?.scopes ?? []) : [];
    const asked = scopes(request);
    const missing = wanted.filter((one) => !asked.has(one) && one !== 'offline_access');
    if (!call || missing.length === 0) return;
    const after = callsWithToken(call, flow);
    if (after.some(({ exchange }) => isAccepted(exchange))) return;
    if (after.some(({ token }) => missing.every((one) => has(flow, token, one)))) return;
    const again = after.some(({ exchange }) => refusedWith(exchange) === 403);
    const sent = request.effective('scope');
    yield {
      at: parameter('scope'),
      observed: `WWW-Authenticate of the API has scope ${quote(wanted.join(' '))}, and the authorization request ${sent ? `has ${quote(sent)}` : 'has no scope'}.${again ? ' With the new token the API refused the call again.' : ''}`,
      expected: `${list(missing.map((one) => quote(one)))} in scope`,
      ...(again ? {} : { severity: 'info' as const }),
    };
  },
});

function challengeBefore({ exchange }: AuthorizationRequest, { messages }: Flow): ApiCall | null {
  const found = messages.findLast(
    (one) =>
      one.kind === 'api-call' &&
      one.exchange.startedAt <= exchange.startedAt &&
      refusedWith(one.exchange) !== null &&
      bearerChallenge(one.exchange)?.scopes != null,
  );
  return found?.kind === 'api-call' ? found : null;
}

/** Later calls of the same URL with a token that this attempt brought. */
function callsWithToken(call: ApiCall, { messages }: Flow): readonly ApiCall[] {
  const url = withoutQuery(call.exchange.request.url);
  return messages.flatMap((one) =>
    one.kind === 'api-call' &&
    one.token !== null &&
    one.exchange.startedAt > call.exchange.startedAt &&
    withoutQuery(one.exchange.request.url) === url
      ? [one]
      : [],
  );
}

function has(flow: Flow, token: string | null, scope: string): boolean {
  return token !== null && (scopesOf(flow, token)?.includes(scope) ?? false);
}
