import { beginsLogout, logoutEnd } from '../../flow/facts/logout.ts';
import { defineCheck, parameter, rpLogout } from '../check.ts';

/** Each of them tells the server which client asks. */
const HINTS = ['id_token_hint', 'client_id', 'logout_hint'];

export default defineCheck({
  title: 'The logout does not say which client asks',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'A server compares post_logout_redirect_uri with what the client registered. Without id_token_hint or client_id it does not know the client.',
  fix: 'Send the latest ID token as id_token_hint, or client_id where the client no longer has one.',
  specs: [rpLogout('2'), rpLogout('3')],
  explains: ['logout-redirect-missing'],
  subject: 'end-session-request',
  *check(message, flow) {
    const { params } = message;
    if (!params.has('post_logout_redirect_uri') || HINTS.some((name) => params.has(name))) return;
    const end = beginsLogout(message, flow) ? logoutEnd(flow) : null;
    if (!end) return;
    yield {
      at: parameter('id_token_hint'),
      observed: `The request has post_logout_redirect_uri, and neither id_token_hint nor client_id. The server ${end.asks ? 'asks the user whether to log out' : 'ends on a page of its own'} and did not send the user back.`,
    };
  },
});
