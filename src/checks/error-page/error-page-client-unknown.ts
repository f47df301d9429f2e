import { quote } from '../../words/quote.ts';
import { defineCheck, rfc } from '../check.ts';
import { pageSentence, reportPage } from '../shared/error-page-words.ts';

export default defineCheck({
  title: 'The server does not know this client_id',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The client_id is misspelled, belongs to another tenant, realm or environment, or the client was deleted or disabled.',
  fix: 'Copy client_id from the registration again, and check that it belongs to this server and is enabled.',
  specs: [rfc(6749, '4.1.2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const { client, authorizationServer } = flow;
    yield* reportPage(message, flow, 'client-unknown', (page) => ({
      observed: `${client ? `client_id is ${quote(client)}` : 'The request has no client_id that can be read'}. ${pageSentence(page)}`,
      expected: `A client of ${authorizationServer ?? 'this server'}`,
    }));
  },
});
