import { presence, startsFlow } from '../../flow/facts/attempt.ts';
import { isBroken } from '../../flow/facts/broken.ts';
import { failedLanding } from '../../flow/facts/failed-landing.ts';
import { idTokenJwt } from '../../flow/facts/id-token.ts';
import type { Flow } from '../../flow/flow.ts';
import { responseTypes, scopes } from '../../oauth/values/response-type.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { cannotTell, defineCheck, type Observation, oidc, parameter } from '../check.ts';

export default defineCheck({
  title: 'nonce is missing where an ID token comes through the browser',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Without a nonce an ID token of another login can be replayed. OpenID Connect requires it when the authorization endpoint issues the ID token.',
  fix: 'Send a random nonce, keep it, and compare it with the claim of the ID token.',
  specs: [oidc('3.2.2.1'), oidc('15.5.2')],
  explains: ['authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow)) return;
    const types = responseTypes(message);
    const seen = presence(message, 'nonce');
    if (seen === 'present' || doesWithout(message.endpoint, 'nonce')) return;
    if (types.has('id_token')) {
      if (seen === 'hidden') {
        yield cannotTell('The request object cannot be read; nonce may be inside.');
        return;
      }
      yield {
        at: parameter('nonce'),
        observed: `response_type=${[...types].join(' ')} without a nonce.`,
        expected: 'A random nonce',
      };
      return;
    }
    const unasked = seen === 'absent' ? refusedNonce(flow) : null;
    if (unasked !== null) {
      yield unasked;
      return;
    }
    const unprotected = presence(message, 'code_challenge') === 'absent' && seen === 'absent';
    if (!types.has('code') || !scopes(message).has('openid') || !unprotected) return;
    yield {
      at: parameter('nonce'),
      title: 'Login with neither PKCE nor nonce',
      observed: 'response_type=code with scope openid, without code_challenge and without nonce.',
      severity: 'info',
      explains: [],
    };
  },
});

/**
 * An ID token with a nonce although the request had none, and a callback that failed. Some servers
 * put in the one of the login at another provider, and strict libraries then refuse the ID token.
 */
function refusedNonce(flow: Flow): Observation | null {
  const token = flow.tokenRequests.find(({ grant }) => grant === 'authorization_code');
  const nonce = token ? idTokenJwt(token)?.claims.nonce : undefined;
  const callback = flow.responses.find(({ delivered }) => delivered);
  if (typeof nonce !== 'string' || !callback) return null;
  if (!isBroken(callback) && failedLanding(callback, flow) === null) return null;
  return {
    at: parameter('nonce'),
    title: 'The ID token has a nonce that the request did not send',
    observed:
      'The authorization request had no nonce, the ID token came with one, and the callback failed. Strict libraries refuse a nonce that they did not send.',
    expected: 'A random nonce',
    fix: 'Send a nonce in the authorization request: turn on the nonce check of the library.',
    certainty: 'likely',
    effect: 'client-rejects',
    explains: ['redirect-landing-failed'],
  };
}
