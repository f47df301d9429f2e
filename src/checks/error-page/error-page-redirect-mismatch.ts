import { quote } from '../../words/quote.ts';
import { defineCheck, rfc } from '../check.ts';
import { knownFix, pageSentence, reportPage } from '../shared/error-page-words.ts';
import { refusedRedirectUri } from '../shared/redirect-witness-words.ts';

export default defineCheck({
  title: 'The redirect URI is not registered for this client',
  severity: 'error',
  owner: 'registration',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The server compares redirect_uri with the registered ones, character by character. Scheme, host, port, path, case and a slash at the end all count.',
  fix: 'Register exactly this redirect URI for the client, or send one that is registered.',
  specs: [rfc(6749, '3.1.2.3'), rfc(9700, '2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const sent = flow.request?.effective('redirect_uri');
    const client = flow.client;
    yield* reportPage(message, flow, 'redirect-mismatch', (page) => {
      const register = knownFix(page);
      const told = sent ? refusedRedirectUri(flow, sent, register) : null;
      return {
        observed: `${told?.observed ?? 'The request has no redirect_uri that can be read'}. ${pageSentence(page)}`,
        expected: `A redirect URI that is registered for ${client ? `the client ${quote(client)}` : 'this client'}`,
        ...told?.more,
      };
    });
  },
});
