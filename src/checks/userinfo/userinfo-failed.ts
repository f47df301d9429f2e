import { saidIn } from '../../flow/facts/said.ts';
import { scopesOf } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isError, statusWords } from '../../http/status.ts';
import type { UserinfoRequest } from '../../oauth/kinds/userinfo-request.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, oidc, rfc, STATUS } from '../check.ts';
import { explained } from '../shared/provider-words.ts';
import { UNVERIFIED_EMAIL } from '../shared/said-reason.ts';

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
    const said = saidIn(exchange);
    const words = challenge?.error
      ? [challenge.error, challenge.description]
      : [said.code, said.text];
    const told = words.flatMap((word) => (word === null ? [] : [quote(word)]));
    const report: Observation = {
      at: STATUS,
      observed: `The UserInfo endpoint answered ${statusWords(response)}${told.length > 0 ? `: ${told.join(', ')}` : ''}.`,
      expected: '200',
      ...(refusedWith(exchange) === 401 ? { token: 'access_token' } : {}),
      ...detailsOf(flow, message),
      ...byWords(told.join(' ')),
      ...(hasStatus(response, 500, 999) ? { owner: 'authorization server' } : {}),
    };
    yield explained(report, message, flow);
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

/** What the user has to do first, when the server says that. */
function byWords(words: string): Partial<Observation> {
  if (UNVERIFIED_EMAIL.test(words)) {
    return {
      owner: 'user',
      fix: 'Verify the e-mail address of the account, then log in again.',
    };
  }
  return NO_CONSENT.test(words)
    ? {
        title: 'The consent of the user is gone, and the server refuses UserInfo',
        fix: 'Delete the tokens and send the user to a new login, which asks for the consent again.',
      }
    : {};
}

const NO_CONSENT =
  /\bconsent\b.{0,40}\b(?:revoked|withdrawn|missing|required|not (?:given|found|granted))|\b(?:revoked|withd?rew|withdrawn|no|missing)\b.{0,30}\bconsent\b/i;

function askedScopes({ request }: Flow): readonly string[] | null {
  return request?.effective('scope')?.split(/\s+/) ?? null;
}
