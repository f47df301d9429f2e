import { showsCookies } from '../../flow/facts/cookie-fate.ts';
import { failedReturn } from '../../flow/facts/failed-return.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { hostOf } from '../../http/url.ts';
import { isFormToken } from '../../oauth/registry/cookie-names.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, cookie, defineCheck } from '../check.ts';
import { cookieSpec } from '../shared/lost-cookie-check.ts';

export default defineCheck({
  title: 'The CSRF token of the response is not the one in the cookie',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The page puts one random value into a cookie and into the form. The application compares both, and refuses a form that another site made up.',
  fix: 'Show the button and take the response under one host, over https.',
  specs: [cookieSpec('5.8.3')],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check(message, flow) {
    const failed = failedReturn(flow);
    if (failed?.response !== message) return;
    const pair = message.wire.pairs.find(({ name }) => isFormToken(name));
    if (!pair) return;
    const { name, value } = pair;
    const { exchange } = message;
    if (!showsCookies(exchange, flow)) {
      yield cannotTell(`The recording does not show whether the cookie ${quote(name)} came along.`);
      return;
    }
    const sent = requestCookies(exchange).filter((one) => one.name === name);
    if (sent.some((one) => one.value === value)) return;
    const host = hostOf(exchange.request.url);
    yield {
      at: cookie(name),
      observed:
        sent.length === 0
          ? `The form has the parameter ${quote(name)}, and the cookie of that name did not come to ${host}.`
          : `The parameter ${quote(name)} of the form has another value than the cookie of that name.`,
      fix:
        sent.length === 0
          ? `Show the button at https://${host}, the host that takes the response, so that its cookie goes there.`
          : 'Show one button per page and host, and reload the page before a second try.',
    };
  },
});
