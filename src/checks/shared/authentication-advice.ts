import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';

/** What to compare when client authentication failed, by what the client sent. */
export function authenticationAdvice(message: TokenRequest): string {
  const { kind, methods } = clientAuthentication(message);
  if (kind === 'none' && isFromPage(message)) {
    return 'Compare client_id with the registration, and register the client as a public client (single-page or native app), which has no secret.';
  }
  if (kind === 'none') {
    return 'Authenticate the client as its registration says, or register it as a public client; compare client_id as well.';
  }
  if (methods.some((method) => method.endsWith('_jwt') || method === 'saml2-bearer')) {
    return 'Compare iss, sub, aud, exp and the signing key of the client assertion with the registration of the client.';
  }
  if (methods.includes('attest_jwt_client_auth')) {
    return 'Compare sub, exp and the key of the client attestation with the registration of the client.';
  }
  return 'Copy client_id and the current secret from the registration in this environment again, without blanks around them: a secret may have expired or been rotated. Use the client authentication method that the registration names; the log of the server says what it refuses.';
}
