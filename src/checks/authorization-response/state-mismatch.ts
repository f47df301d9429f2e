import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The response returns another state than was sent',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The client has to refuse the response: it may be somebody else’s. The harmless cause is a second tab or a double click that overwrote the stored state.',
  fix: 'Store one state per attempt, under its own value, and compare it exactly.',
  specs: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  aliases: ['state-encoding-damaged'],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, flow) {
    const sent = flow.request?.effective('state');
    const came = message.params.get('state');
    if (!sent || !came || sent === came || belongsToAnother(came, message, flow)) return;
    if (isOfUnseenRequest(sent, message, flow)) return;
    const damage = describeDifference(came, sent);
    const issued = message.issuedParams?.get('state');
    const onTheWay = issued === sent;
    yield {
      at: parameter('state'),
      observed: `The request sent ${quote(sent)}, ${onTheWay ? 'and the server returned it, but the response that arrived has' : 'but the response has'} ${quote(came)}${damage === null ? '' : `: ${damage}`}.`,
      expected: quote(sent),
      owner: onTheWay ? 'network' : damage ? 'authorization server' : 'client',
      ...(message.issuedBy === null ? { certainty: 'likely', severity: 'warning' } : {}),
    };
  },
});

/** Whether the response belongs to a parallel attempt. If so, the two were joined by mistake. */
function belongsToAnother(state: string, { exchange }: AuthorizationResponse, flow: Flow): boolean {
  return flow.recording
    .requestsWith('state', state)
    .some(({ message }) => message.exchange.startedAt <= exchange.startedAt);
}

/** Whether the request had its answer before, so that this one answers a request that is not recorded. */
function isOfUnseenRequest(sent: string, message: AuthorizationResponse, flow: Flow): boolean {
  const { exchange, issuedBy } = message;
  if (issuedBy !== null) return false;
  return flow.responses.some(
    (other) => other.params.get('state') === sent && other.exchange.startedAt < exchange.startedAt,
  );
}
