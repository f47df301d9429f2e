import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The response does not return the state that was sent',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The client cannot tell which attempt this response answers and has to refuse it. The server left state out, or something on the way dropped it.',
  fix: 'Return state unchanged in every authorization response, and check proxies that rewrite the callback URL.',
  specs: [rfc(6749, '4.1.2')],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, { request }) {
    const sent = request?.effective('state');
    const { params, issuedBy, issuedParams, mode } = message;
    if (!sent || params.get('state') || params.has('response')) return;
    const onTheWay = Boolean(issuedParams?.get('state'));
    const failed = params.has('error');
    yield {
      at: parameter('state'),
      observed: onTheWay
        ? 'The redirect of the server has state, but the request that arrived has none.'
        : `The request had a state, but the response (${mode}) has ${namesOf(message.params.pairs)}.`,
      expected: 'The state of the request',
      owner: onTheWay ? 'network' : 'authorization server',
      // Without the redirect that issued it, the response may belong to another attempt.
      ...(issuedBy === null ? { certainty: 'likely', severity: 'warning' } : {}),
      ...(failed ? { severity: 'warning' } : {}),
    };
  },
});

function namesOf(pairs: readonly { readonly name: string }[]): string {
  return `only ${pairs
    .map(({ name }) => name)
    .slice(0, 8)
    .join(', ')}`;
}
