import { isRemoval } from '../../http/cookie-scope.ts';
import { isRedirect } from '../../http/status.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, oidc, rpLogout, TARGET_URL } from '../check.ts';

const LOGOUT = /\/(?:log|sign)-?_?(?:out|off)\/?$/i;
/** A login later than this is another visit, in milliseconds. */
const SOON = 300_000;

export default defineCheck({
  title: 'The login needed no password, because the logout left the server’s session',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'A logout of the application alone leaves the session at the authorization server, which then answers the next login at once. That is single sign-on, and to users it looks as if they could not log out.',
  fix: 'If a logout is to end both, send the browser to the end_session_endpoint, or begin the next login with prompt=login.',
  specs: [rpLogout('2'), oidc('3.1.2.1')],
  subject: 'authorization-request',
  *check({ exchange, effective }, flow) {
    const asked = effective('prompt');
    const target = parseUrl(effective('redirect_uri') ?? '');
    if (asked !== undefined || !target || !flow.responses.some(({ params }) => params.has('code')))
      return;
    // A page between request and response is where the user was asked.
    if (!isRedirect(exchange.response) || flow.messages.some(({ kind }) => kind === 'interaction'))
      return;
    const { startedAt, request } = exchange;
    const { recording } = flow;
    const visit = recording.cookies
      .setAt(target.hostname, startedAt - SOON, startedAt)
      .findLast(({ url }) => LOGOUT.test(withoutQuery(url)));
    const removed = visit?.set.find(
      (one) => isRemoval(one, visit.endedAt) && cookiePurpose(one.name) === 'session',
    );
    if (!visit || !removed) return;
    if (recording.loggedOut(request.url, visit.startedAt, startedAt)) return;
    yield {
      at: TARGET_URL,
      certainty: 'likely',
      observed: `${span(startedAt - visit.startedAt)} earlier ${withoutQuery(visit.url)} removed the cookie ${quote(removed.name, 48)} and sent no logout request. Now the server answered with a code without asking anything.`,
    };
  },
});
