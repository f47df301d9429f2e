import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { jsonText } from '../../oauth/values/json.ts';
import { viewToken } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'An API cannot read the answer about the token',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The answer has to be a JSON object with the member active, true or false. An API that finds none refuses its callers.',
  fix: 'Have the server answer {"active": true, …}; check that the URL is its introspection endpoint.',
  specs: [rfc(7662, '2.2')],
  subject: 'introspection-request',
  *check({ active, answer, jwt, exchange }) {
    const text = responseText(exchange);
    if (active !== null || !isOk(exchange.response) || text === null) return;
    if (exchange.delivered === false) return;
    const { body } = exchange.response ?? {};
    if (body && 'truncated' in body && body.truncated) return;
    if (answer === null && viewToken(text.trim()).kind === 'encrypted') return;
    if (answer !== null && typeof answer.error === 'string') return;
    yield answer === null
      ? {
          at: BODY,
          observed: `The introspection endpoint answered ${text.trim() === '' ? 'without a body' : `with no JSON object: ${quote(text.trim(), 80)}`}.`,
        }
      : {
          at: member('active'),
          observed: `In the answer${jwt ? ', a JWT,' : ''} active is ${answer.active === undefined ? 'missing' : jsonText(answer.active).slice(0, 60)}.`,
          expected: 'true or false',
        };
  },
});
