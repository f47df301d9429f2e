import { jsonText } from '../../oauth/values/json.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { omitsTokenType } from '../../providers/deviations.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token response has no token_type',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'token_type is required: it says how to present the token. Strict libraries refuse the answer without it.',
  fix: 'Have the server send "token_type": "Bearer".',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check(message) {
    const { json, accessToken } = message.response;
    // `ok` is the mark of Slack, which documents answers without it.
    if (!isSuccess(message) || !json || !accessToken || json.ok === true) return;
    const { token_type: type } = json;
    if (typeof type === 'string' && type !== '') return;
    if (omitsTokenType(message.exchange.request.url)) return;
    yield {
      at: member('token_type'),
      observed:
        type === undefined
          ? 'The answer has access_token and no token_type.'
          : `token_type is ${jsonText(type).slice(0, 60)}.`,
      expected: '"Bearer" or "DPoP"',
    };
  },
});
