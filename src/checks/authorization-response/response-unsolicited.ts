import { headerValue } from '../../http/headers.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import { defineCheck, oidc, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'A response arrived for which no request was recorded',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'The recording may have begun in the middle of the login. Otherwise the response comes from a bookmark, a link, a login that the server began itself, or another person’s login. A client has to refuse a state that it did not send.',
  fix: 'Start the login at the application; a server that begins logins itself should call its initiate_login_uri instead.',
  specs: [rfc(6749, '10.12'), oidc('4')],
  subject: 'authorization-response',
  *check({ delivered, issuedBy, exchange, params, mode }, flow) {
    if (flow.request !== null || issuedBy !== null || !delivered || mode === 'web_message') return;
    if (!['code', 'error', 'id_token'].some((name) => params.has(name))) return;
    if (flow.messages.some(({ kind }) => BEGINS.has(kind)) || flow.recording.lacksMessages())
      return;
    const { url, headers } = exchange.request;
    const opened = headerValue(headers, 'sec-fetch-site') === 'none';
    const host = parseUrl(url)?.hostname ?? '';
    const seen = flow.recording.cookies.visitOf(host, exchange.startedAt - 1) !== null;
    if (!opened && !seen) return;
    yield {
      at: TARGET_URL,
      observed: `${withoutQuery(url)} received ${params.has('error') ? 'an error' : 'a response'}, and no authorization request of the recording belongs to it${opened ? '; the user opened the URL, and no page led to it' : ''}.`,
    };
  },
});

/** Messages that begin a login otherwise. */
const BEGINS = new Set(['third-party-initiated-login', 'pushed-authorization-request']);
