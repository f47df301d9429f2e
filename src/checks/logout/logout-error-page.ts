import { readLogoutError } from '../../flow/facts/error-page.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, rpLogout, STATUS } from '../check.ts';
import { knownWords, pageSentence } from '../shared/error-page-words.ts';

const TELLING = ['id_token_hint', 'client_id', 'post_logout_redirect_uri', 'logout_uri'];

export default defineCheck({
  title: 'The logout ends on an error page of the server',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The user stays there, and in most cases stays logged in. The server accepts only a registered return address and a hint that it can verify.',
  fix: 'Register the exact post_logout_redirect_uri, and send the latest ID token as id_token_hint.',
  specs: [rpLogout('4')],
  subject: 'end-session-request',
  *check(message, flow) {
    const page = readLogoutError(message, flow);
    if (!page) return;
    const known = knownWords(page, message);
    const sent = TELLING.filter((name) => message.params.has(name));
    yield {
      at: STATUS,
      observed: `${[pageSentence(page), known?.told].filter(Boolean).join(' ')} It was sent ${sent.length > 0 ? list(sent) : 'none of the parameters that it may want'}.`,
      expected: 'A page that asks for confirmation, or a redirect to the post_logout_redirect_uri',
      ...(known?.told ? known.more : {}),
    };
  },
});
