import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { BODY, defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token response has no body',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'There is nothing to parse: a proxy took the body away, or the server ended early.',
  fix: 'Look into the logs of the authorization server and of the proxy in front of it.',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check({ exchange }) {
    const answer = exchange.response;
    // The body of a no-cors request is hidden from everyone.
    if (!answer || exchange.delivered === false || exchange.mode === 'no-cors') return;
    const { status } = answer;
    const bodiless = status === 204 || status === 205 || status === 304;
    if (!bodiless && !isOk(answer)) return;
    if (!bodiless && responseText(exchange)?.trim() !== '') return;
    yield {
      at: BODY,
      observed: `The token endpoint answered ${status} without a body.`,
      expected: 'A JSON object',
    };
  },
});
