import { acceptedAtAll } from '../../flow/facts/accepted-calls.ts';
import { saidIn } from '../../flow/facts/said.ts';
import { scopeRefusal } from '../../flow/facts/scope-refusal.ts';
import { isOAuthToken } from '../../flow/facts/token-use.ts';
import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { byGateway } from '../shared/answered-by.ts';
import { explained } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'API returned 403; scope is not the reason given',
  severity: 'warning',
  owner: 'resource server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The API did not call the token invalid. A role, the ownership of the data, CSRF protection, a firewall or a plan may forbid the call.',
  fix: 'Look at the permissions of this user in the application behind the API.',
  specs: [rfc(9110, '15.5.4')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange } = message;
    const answer = exchange.response;
    if (answer?.status !== 403 || !isOAuthToken(flow, message)) return;
    if (scopeRefusal(exchange)) return;
    const text = responseText(exchange) ?? '';
    const html = isHtml(headerValue(answer.headers, 'content-type'));
    const words = html ? (htmlText(text).lines[0] ?? '') : (saidIn(exchange).text ?? text.trim());
    const observed = `The API answered 403${words === '' ? '' : `: ${quote(words)}`}.`;
    yield {
      ...explained({ at: STATUS, observed }, message, flow),
      severity: isRule(words, html) || acceptedAtAll(flow, message) !== null ? 'info' : 'warning',
      ...byGateway(exchange),
    };
  },
});

const ABOUT_TOKEN =
  /token|scope|audience|issuer|claim|jwt|bearer|auth|credential|sign.?in|log.?in/i;

/** Whether the API names a reason of its own, which is not the token: a role, an owner, a plan. */
function isRule(words: string, html: boolean): boolean {
  return !html && words.length > 10 && !ABOUT_TOKEN.test(words);
}
