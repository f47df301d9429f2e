import { defineCheck, member, oidc, rfc } from '../check.ts';
import { refreshTokenNeed } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'offline_access was asked for, but no refresh token came back',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Without a refresh token the client cannot renew the access token when it expires; the user has to sign in again.',
  fix: 'Enable refresh tokens (offline access) for this client at the server.',
  specs: [oidc('11'), rfc(6749, '5.1')],
  subject: 'token-request',
  *check(message, flow) {
    const { request } = flow;
    const { grant, response, exchange } = message;
    const asked = request?.effective('scope')?.split(/\s+/) ?? [];
    if (grant !== 'authorization_code' || !asked.includes('offline_access')) return;
    if (response.outcome !== 'tokens' || exchange.delivered === false) return;
    const { json } = response;
    if (json === null || response.accessToken === null) return;
    if (response.refreshToken !== null) return;
    const consented = (request?.effective('prompt') ?? '').split(/\s+/).includes('consent');
    const need = refreshTokenNeed(flow);
    yield {
      at: member('refresh_token'),
      observed: `The request had the scope offline_access; the token response has no refresh_token${lifetime(json.expires_in)}.`,
      expected: 'A member refresh_token',
      ...(need !== null
        ? { fix: need }
        : consented
          ? {}
          : {
              fix: 'Enable refresh tokens (offline access) for this client at the server; if they are, send prompt=consent with the request, which some servers need for offline_access.',
            }),
    };
  },
});

function lifetime(expiresIn: unknown): string {
  const seconds = Number(expiresIn);
  return Number.isFinite(seconds) && seconds > 0
    ? `, and the access token ends after ${seconds} s`
    : '';
}
