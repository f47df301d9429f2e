import { isIdToken, issuedBy } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'Another token is sent as the refresh token',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A refresh redeems the refresh token, which only the token endpoint of the server reads. An access token is for APIs and an ID token for the client; neither can be redeemed.',
  fix: 'Send the value of refresh_token from the latest token response; where it is stored, check that the names of the two tokens are not mixed up.',
  specs: [rfc(6749, '1.5'), rfc(6749, '6')],
  explains: [
    'refresh-invalid-grant',
    'token-error-invalid-request',
    'token-error-unknown-code',
    'token-error-nonstandard-shape',
  ],
  subject: 'token-request',
  *check(message, flow) {
    const token = message.params.get('refresh_token');
    if (message.grant !== 'refresh_token' || !token || !isRefusal(message)) return;
    const sent = wrongToken(token, flow);
    if (sent === null) return;
    yield {
      at: parameter('refresh_token'),
      observed: `The refresh_token of this request is ${sent}.`,
      expected: hasRefreshToken(flow)
        ? 'The refresh token that the server issued beside it'
        : 'A refresh token; the server issued none in this recording',
    };
  },
});

/** What was sent instead; null when it may be a refresh token. */
function wrongToken(token: string, flow: Flow): string | null {
  if (flow.tokenRequests.some(({ response }) => response.refreshToken === token)) return null;
  if (issuedBy(flow, token)) return 'the access token that the server had issued';
  if (isIdToken(flow, token)) return 'an ID token';
  const typ = String(jwtOf(token)?.header.typ ?? '');
  return /^(?:application\/)?at\+jwt$/i.test(typ)
    ? `an access token: its header has typ ${typ}`
    : null;
}

function hasRefreshToken({ tokenRequests }: Flow): boolean {
  return tokenRequests.some(({ response }) => response.refreshToken !== null);
}
