import { presence, startsFlow } from '../../flow/facts/attempt.ts';
import { resourceMetadataOf, resourcePlaces } from '../../flow/facts/resource-places.ts';
import { saidFault } from '../../flow/facts/token-refusal.ts';
import { isAccepted } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';
import { mcp } from '../shared/mcp-specs.ts';

export default defineCheck({
  title: 'The request does not say which API the token is for',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'Without resource the server issues a token for whatever it takes as default, and an API that checks aud refuses it.',
  fix: 'Send resource with the identifier of the API in the authorization request and in the token request.',
  specs: [mcp('Resource Parameter Implementation'), rfc(8707, '2'), rfc(9728, '7.4')],
  subject: 'authorization-request',
  *check(request, flow) {
    const metadata = resourceMetadataOf(flow);
    const resource = metadata?.resource ?? null;
    if (metadata === null || resource === null || !startsFlow(request, flow)) return;
    if (metadata.exchange.startedAt > request.exchange.startedAt) return;
    // `audience` is an older name for it.
    if (presence(request, 'resource') !== 'absent' || request.effective('audience')) return;
    if (deviates(request.endpoint, 'no-resource-indicator')) return;
    const token = resourcePlaces(flow).places.find(({ name }) => name === 'access-token');
    const audience =
      token?.values && token.values.length > 0
        ? ` The token is for ${list(token.values.slice(0, 3).map((one) => quote(one)))}.`
        : '';
    const { refused, ...consequence } = consequenceIn(flow);
    const said = refused ? `${apiAnswer(refused.exchange)} ` : '';
    yield {
      at: parameter('resource'),
      observed: `${said}The API calls itself ${quote(resource)}, and the request has no resource.${audience}`,
      expected: `resource=${resource}`,
      fix: `Send resource=${resource} in the authorization request and in the token request.`,
      ...consequence,
    };
  },
});

/** An API that takes the token knows it in another way; one that refuses its audience stops here. */
function consequenceIn({ messages }: Flow): Partial<Observation> & { refused?: ApiCall } {
  const calls = messages.flatMap((one) =>
    one.kind === 'api-call' && one.token !== null ? [one] : [],
  );
  if (calls.some(({ exchange }) => isAccepted(exchange))) return { severity: 'info' };
  const refused = calls.find(({ exchange }) => saidFault(exchange) === 'audience');
  if (!refused) return {};
  return {
    refused,
    severity: 'error',
    effect: 'request-fails',
    explains: ['api-401-invalid-token', 'access-token-audience-mismatch'],
  };
}
