import { beginsLogout, logoutEnd } from '../../flow/facts/logout.ts';
import { wordsOf } from '../../flow/facts/page-text.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rpLogout } from '../check.ts';

export default defineCheck({
  title: 'The logout does not bring the user back',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'A server redirects only to an address that is registered for logouts, and only when it knows the client. Otherwise it ends on a page of its own.',
  fix: 'Register the exact post_logout_redirect_uri for this client; it is another list than that of redirect URIs.',
  specs: [rpLogout('3')],
  subject: 'end-session-request',
  *check(message, flow) {
    const sent = message.params.get('post_logout_redirect_uri');
    const end = sent && beginsLogout(message, flow) ? logoutEnd(flow) : null;
    if (!sent || !end || end.asks) return;
    const words = wordsOf(end.page.exchange);
    yield {
      at: parameter('post_logout_redirect_uri'),
      observed: `The server did not redirect to ${quote(sent, 120)}. ${words ? `Its last page says ${quote(words, 120)}.` : 'It ends on a page of its own.'}`,
    };
  },
});
