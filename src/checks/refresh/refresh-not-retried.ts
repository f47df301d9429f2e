import { endOf } from '../../flow/facts/moments.ts';
import { hasLosers } from '../../flow/facts/refresh-uses.ts';
import { isRepeated, renewalAfter } from '../../flow/facts/renewal.ts';
import { statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

/** How long the recording has to go on before a repetition counts as missing, in milliseconds. */
const LONG_ENOUGH = 3_000;

export default defineCheck({
  title: 'The call that needed a new token is not repeated',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A refused call does not come back by itself. The refresh brought a valid token, but whoever made the call got the refusal as its answer.',
  fix: 'Repeat the refused request once with the new access token as soon as the refresh is answered, and hand that answer to the caller.',
  specs: [rfc(6750, '3.1')],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange } = message;
    const renewal = renewalAfter(flow, message);
    if (!renewal || !exchange.response || isRepeated(flow, message)) return;
    const seen = (flow.messages.at(-1)?.exchange.startedAt ?? 0) - endOf(renewal.exchange);
    if (seen < LONG_ENOUGH) return;
    // A caller whose own refresh was refused could not repeat the call.
    if (hasLosers(flow, renewal)) return;
    const { method, url } = exchange.request;
    yield {
      at: STATUS,
      observed: `${method} ${withoutQuery(url)} was answered ${statusWords(exchange.response)}. The token was refreshed ${span(renewal.exchange.startedAt - exchange.startedAt)} later and works, but this call was never sent again.`,
      expected: 'The same call with the new access token',
    };
  },
});
