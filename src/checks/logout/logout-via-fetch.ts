import { isCrossOrigin } from '../../http/cors-request.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { isAsSent, requestCookies } from '../../http/request-cookies.ts';
import { isOk } from '../../http/status.ts';
import { hostOf } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { defineCheck, rpLogout, TARGET_URL } from '../check.ts';

/** How long after the script the browser may go to the logout itself, in milliseconds. */
const SOON = 60_000;

export default defineCheck({
  title: 'A script sent the logout request, so the user stays logged in',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The session of the server is a cookie of the server. A request by fetch seldom carries it, cannot remove it, and shows no page on which the user could confirm.',
  fix: 'Send the browser itself to the end_session_endpoint: location.assign() instead of fetch().',
  specs: [rpLogout('2')],
  subject: 'end-session-request',
  *check({ exchange, idTokenHint }, { recording, client }) {
    const { request, response, destination, startedAt, source } = exchange;
    if (destination !== 'empty' || isCrossOrigin(exchange) !== true) return;
    if (recording.loggedOut(request.url, startedAt + 1, startedAt + SOON, client)) return;
    const isBare =
      isAsSent(exchange) &&
      requestCookies(exchange).length === 0 &&
      recording.cookies.shows(source);
    const isPage = isOk(response) && isHtml(headerValue(response?.headers ?? [], 'content-type'));
    if (!isBare && !isPage) return;
    // The ID token can name the session, which a server may then end without the cookie.
    const named = stringMember(idTokenHint?.claims ?? null, 'sid') !== null;
    const host = hostOf(request.url);
    yield {
      at: TARGET_URL,
      ...(named && !isPage ? { severity: 'warning', certainty: 'likely' } : {}),
      observed: isBare
        ? `The request by script went to ${host} without any cookie${exchange.delivered === false ? ', and the browser kept the answer from the page' : ''}. The cookie of the session there is untouched.`
        : `${host} answered the request by script with a page, which nobody sees.`,
    };
  },
});
