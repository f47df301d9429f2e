import { isOfOtherRequest } from '../../flow/facts/response-request.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const ON_THE_WAY = {
  owner: 'network',
  fix: 'Find what rewrites the callback URL between the server and the application, such as a proxy or a redirect, and have it leave the query as it is.',
} as const;

const BY_SERVER = {
  owner: 'authorization server',
  fix: 'Have the server return state exactly as it was sent. Until then use a state of letters, digits, "-" and "_" only, which needs no encoding.',
} as const;

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
    if (!sent || !came || sent === came || isOfOtherRequest(message, flow)) return;
    const damage = describeDifference(came, sent);
    const issued = message.issuedParams?.get('state');
    const onTheWay = issued === sent;
    yield {
      at: parameter('state'),
      observed: `The request sent ${quote(sent)}, ${onTheWay ? 'and the server returned it, but the response that arrived has' : 'but the response has'} ${quote(came)}${damage === null ? '' : `: ${damage}`}.`,
      expected: quote(sent),
      ...(onTheWay ? ON_THE_WAY : damage ? BY_SERVER : {}),
      ...(message.issuedBy === null ? { certainty: 'likely', severity: 'warning' } : {}),
    };
  },
});
