import { hasStatus, isError, statusWords } from '../../http/status.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidc, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'UserInfo request fails',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: '401: the token is expired, revoked or not an access token. 403: the scope openid is missing. The profile of the user cannot be loaded.',
  fix: 'Ask for the scope openid and call the UserInfo endpoint with a fresh access token.',
  specs: [oidc('5.3'), rfc(6750, '3')],
  subject: 'userinfo-request',
  *check(message) {
    const { exchange } = message;
    const { response } = exchange;
    const challenge = bearerChallenge(exchange);
    if (!response || (!isError(response) && refusedWith(exchange) === null)) return;
    if (challenge?.error === 'use_dpop_nonce') return;
    const words = [challenge?.error, challenge?.description].filter(
      (word) => word !== null && word !== undefined,
    );
    yield {
      at: STATUS,
      observed: `The UserInfo endpoint answered ${statusWords(response)}${words.length > 0 ? `: ${words.map((word) => quote(word)).join(', ')}` : ''}.`,
      expected: '200',
      ...(hasStatus(response, 500, 999) ? { owner: 'authorization server' } : {}),
    };
  },
});
