import { jsonText } from '../../oauth/values/json.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import { tokenResponseShape } from '../../providers/registry/response-shapes.ts';
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
    if (!isSuccess(message) || !json || !accessToken) return;
    if (tokenResponseShape(json)?.without.includes('token_type')) return;
    const { token_type: type } = json;
    if (typeof type === 'string' && type !== '') return;
    const known = deviates(message.exchange.request.url, 'no-token-type');
    const rest = json.expires_in === undefined ? ', and no expires_in either' : '';
    yield {
      at: member('token_type'),
      observed:
        type === undefined
          ? `The answer has access_token and no token_type${rest}.`
          : `token_type is ${jsonText(type).slice(0, 60)}.`,
      expected: '"Bearer" or "DPoP"',
      ...(known
        ? {
            severity: 'info',
            owner: 'client',
            fix: 'Let the client take the token as Bearer: this server never sends token_type.',
          }
        : {}),
    };
  },
});
