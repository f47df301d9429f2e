import { httpStatus } from '../../http/status.ts';
import { originOfUrl } from '../../http/url.ts';
import { viewExchange } from '../../oauth/exchange-view.ts';
import type { Params } from '../../oauth/values/params.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

const PASSWORD = /passw|passcode|^(?:pwd|otp|pin)$/i;

export default defineCheck({
  title: 'The server redirects the login form to the client, with the password in it',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A redirect with 307 or 308 keeps method and body, so the browser posts the form of the login, password included, to the client.',
  fix: 'Redirect with 303 after a form was posted.',
  specs: [rfc(9700, '4.12')],
  subject: 'authorization-response',
  *check({ issuedBy, exchange, delivered }) {
    const status = issuedBy?.response?.status;
    if (!issuedBy?.response || (status !== 307 && status !== 308)) return;
    const { url, method } = issuedBy.request;
    if (method !== 'POST' || passwordIn(viewExchange(issuedBy).body) === null) return;
    const own = originOfUrl(url) === originOfUrl(exchange.request.url) && exchange !== issuedBy;
    if (own) return;
    const posted = delivered ? passwordIn(viewExchange(exchange).body) : null;
    yield {
      at: STATUS,
      observed:
        posted === null
          ? `The server answered the form of the login with ${httpStatus(issuedBy.response)}.`
          : `The server answered the form of the login with ${httpStatus(issuedBy.response)}, and the browser posted its ${posted} to the client.`,
      expected: '303 See Other',
      ...(posted === null ? {} : { severity: 'error' }),
    };
  },
});

/** The name of a field for a password that has a value; null when there is none. */
function passwordIn(body: Params): string | null {
  return body.pairs.find(({ name, value }) => value !== '' && PASSWORD.test(name))?.name ?? null;
}
