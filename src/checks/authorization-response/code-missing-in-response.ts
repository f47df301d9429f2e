import type { Flow } from '../../flow/flow.ts';
import { queryOf, withoutQuery } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Interaction } from '../../oauth/kinds/interaction.ts';
import { formParams } from '../../oauth/values/params.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The response has neither a code nor an error',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'Without a code the client cannot ask for tokens. A redirect on the way may have dropped it, or it travels in another response mode than the client reads.',
  fix: 'Check the redirects before the callback, and that response_mode is the one that the client reads.',
  specs: [rfc(6749, '4.1.2')],
  subject: ['authorization-response', 'interaction'],
  *check(message, flow) {
    if (!responseTypes(flow.request).has('code')) return;
    if (message.kind === 'interaction') {
      yield* checkLanding(message, flow);
      return;
    }
    const { params } = message;
    if (['code', 'error', 'response'].some((name) => params.get(name))) return;
    yield missing(
      message,
      params.pairs.map(({ name }) => name),
    );
  },
});

/** Checks a document at the redirect URI that no longer looks like a response. */
function* checkLanding(message: Interaction, flow: Flow) {
  const { url } = message.exchange.request;
  const redirectUri = flow.request?.effective('redirect_uri');
  const state = flow.request?.effective('state');
  if (!redirectUri || withoutQuery(url) !== withoutQuery(redirectUri)) return;
  const query = formParams(queryOf(url));
  if (!state || query.get('state') !== state || query.has('response')) return;
  yield missing(
    message,
    query.pairs.map(({ name }) => name),
  );
}

function placeOf(message: AuthorizationResponse | Interaction): string {
  const { kind, exchange } = message;
  return withoutQuery(kind === 'interaction' ? exchange.request.url : message.target);
}

function missing(message: AuthorizationResponse | Interaction, names: readonly string[]) {
  return {
    at: parameter('code'),
    observed: `${placeOf(message)} received only ${[...new Set(names)].join(', ')}.`,
    expected: 'A code, as response_type requests',
  };
}
