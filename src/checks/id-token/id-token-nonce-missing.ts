import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'nonce was sent but is not in the ID token',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'The server must repeat the nonce of the request in the ID token. Without it the client cannot tell its own login from a replayed one, and refuses.',
  fix: 'Have the server copy nonce into the ID token; look at claim scripts and brokers in between.',
  specs: [oidc('3.1.2.1'), oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, { request }) {
    // The ID token of a refresh should have no nonce (OpenID Connect Core section 12.2).
    if (message.kind === 'token-request' && message.grant !== 'authorization_code') return;
    const sent = request?.effective('nonce');
    const jwt = idTokenJwt(message);
    if (!sent || !jwt || Object.hasOwn(jwt.claims, 'nonce')) return;
    yield {
      at: claim('nonce'),
      observed: 'The authorization request had a nonce, the ID token has none.',
      expected: 'The nonce of the request',
    };
  },
});
