import { scopesOf } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isError, statusWords } from '../../http/status.ts';
import type { UserinfoRequest } from '../../oauth/kinds/userinfo-request.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, oidc, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'UserInfo request fails',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: '401: the token is expired, revoked or not an access token. 403: the scope openid is missing. The profile of the user cannot be loaded.',
  fix: 'Call the UserInfo endpoint with a fresh access token.',
  specs: [oidc('5.3'), rfc(6750, '3')],
  subject: 'userinfo-request',
  *check(message, flow) {
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
      ...detailsOf(flow, message),
      ...(hasStatus(response, 500, 999) ? { owner: 'authorization server' } : {}),
    };
  },
});

/** A fix for a 403: the scope when it is missing, else what the answer may be about. */
function detailsOf(flow: Flow, { exchange, token }: UserinfoRequest): Partial<Observation> {
  if (exchange.response?.status !== 403) return {};
  const scopes = (token === null ? null : scopesOf(flow, token)) ?? askedScopes(flow);
  if (scopes?.includes('openid') === false) {
    return { fix: 'Ask for the scope openid and call the UserInfo endpoint with the new token.' };
  }
  return {
    fix: 'Look at the body of the answer and at the log of the server: the token was not called invalid, and a rule of the server or of something in front of it forbids the request.',
  };
}

function askedScopes({ request }: Flow): readonly string[] | null {
  return request?.effective('scope')?.split(/\s+/) ?? null;
}
