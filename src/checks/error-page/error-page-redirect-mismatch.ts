import { quote } from '../../words/quote.ts';
import { defineCheck, rfc } from '../check.ts';
import { knownWords, pageSentence, reportPage } from '../shared/error-page-words.ts';
import { settingHint } from '../shared/provider-words.ts';
import { refusedRedirectUri } from '../shared/redirect-witness-words.ts';

const FIX = 'Register exactly this redirect URI for the client, or send one that is registered.';

export default defineCheck({
  title: 'The redirect URI is not registered for this client',
  severity: 'error',
  owner: 'registration',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The server compares redirect_uri with the registered ones, character by character. Scheme, host, port, path, case and a slash at the end all count.',
  fix: FIX,
  specs: [rfc(6749, '3.1.2.3'), rfc(9700, '2.1')],
  aliases: ['redirect-uri-loopback-name', 'redirect-uri-variants'],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const sent = flow.request?.effective('redirect_uri');
    const client = flow.client;
    yield* reportPage(message, flow, ['redirect-mismatch'], (page) => {
      const known = knownWords(page, message);
      const told = sent ? refusedRedirectUri(flow, sent, known?.more.fix ?? null) : null;
      const fix = told?.more.fix ?? known?.more.fix ?? FIX;
      return {
        observed: `${told?.observed ?? 'The request has no redirect_uri that can be read'}. ${pageSentence(page)}`,
        expected: `A redirect URI that is registered for ${client ? `the client ${quote(client)}` : 'this client'}`,
        ...told?.more,
        fix: known ? fix : `${fix}${settingHint(flow, 'redirect-uris')}`,
      };
    });
  },
});
