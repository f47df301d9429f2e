import { isRefused } from '../../flow/facts/said.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The pushed authorization request itself has a request_uri',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The server issues request_uri in its answer to the pushed request and must refuse one that is pushed.',
  fix: 'Leave request_uri out of the pushed request; push a signed request object in request.',
  specs: [rfc(9126, '2.1')],
  explains: ['par-request-failed'],
  subject: 'pushed-authorization-request',
  *check({ params, exchange }) {
    const sent = params.get('request_uri');
    if (sent === undefined || !isRefused(exchange)) return;
    yield {
      at: parameter('request_uri'),
      observed: `The pushed request has request_uri ${quote(sent)}, and the server refused it.`,
    };
  },
});
