import { startsFlow } from '../../flow/facts/attempt.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter } from '../check.ts';

export default defineCheck({
  title: 'response_mode=query is requested for tokens',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'A query reaches the logs of servers and the Referer header, so tokens may not travel in it. Servers refuse the combination.',
  fix: 'Use response_type=code, or response_mode=fragment or form_post.',
  specs: [
    {
      label: 'OAuth 2.0 Multiple Response Types section 3',
      url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html',
    },
  ],
  explains: ['authz-error-invalid-request', 'token-in-query'],
  subject: 'authorization-request',
  *check(message, flow) {
    const types = responseTypes(message);
    if (!startsFlow(message, flow) || message.effective('response_mode') !== 'query') return;
    if (!types.has('token') && !types.has('id_token')) return;
    yield {
      at: parameter('response_mode'),
      observed: `response_mode is "query" and response_type is ${quote([...types].join(' '))}.`,
      expected: 'fragment or form_post',
    };
  },
});
