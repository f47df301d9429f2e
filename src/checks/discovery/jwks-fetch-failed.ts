import { tokensWorkedAfter } from '../../flow/facts/discovery.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isError, statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { JwksRequest } from '../../oauth/kinds/jwks-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { defineCheck, type Observation, oidc, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The keys of the server cannot be loaded',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'Without the keys nobody can verify the signature of a token. Clients and APIs then call the token invalid, although nothing is wrong with it.',
  fix: 'Serve the key set at the jwks_uri of the metadata, to everyone and without a login.',
  specs: [rfc(8414, '2'), oidc('10.1.1')],
  // An error page of a server seldom has CORS headers.
  explains: ['cors-on-discovery-missing', 'id-token-kid-not-found'],
  subject: 'jwks-request',
  *check(message, flow) {
    const { request, response, onDemand } = message.exchange;
    if (!response || !isError(response) || onDemand) return;
    yield {
      at: STATUS,
      observed: `The key set at ${withoutQuery(request.url)} answered ${statusWords(response)}.`,
      ...detailsOf(message, flow),
      ...(tokensWorkedAfter(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

function detailsOf({ exchange }: JwksRequest, { metadata }: Flow): Partial<Observation> {
  const { request, response } = exchange;
  const named = stringMember(metadata?.metadata ?? null, 'jwks_uri');
  if (hasStatus(response, 404, 410) && named !== null && named !== request.url) {
    return {
      title: 'The client looks for the keys at the wrong URL',
      owner: 'client',
      expected: named,
      fix: `Read the keys from ${named}, as the metadata say.`,
    };
  }
  if (hasStatus(response, 429, 429) || hasStatus(response, 500, 599)) {
    return { fix: 'Look into the logs of the authorization server at this moment.' };
  }
  return {};
}
