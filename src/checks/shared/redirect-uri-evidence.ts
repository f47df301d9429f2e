import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { grantReasons } from '../../oauth/values/grant-reason.ts';
import { findSignature } from '../../providers/registry/errors.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/** Whether the token endpoint says that redirect_uri is the problem. */
export function saysRedirectUri({ exchange, response }: TokenRequest): boolean {
  const { error, errorDescription } = response;
  if (error === null) return false;
  if (grantReasons(errorDescription).includes('redirect_uri')) return true;
  return findSignature(exchange, error)?.signature.about === 'redirect-mismatch';
}

/** What a token request sent when its redirect_uri is refused; null when it is not. */
export function redirectUriEvidence(message: TokenRequest, flow: Flow): Evidence | null {
  if (message.grant !== 'authorization_code' || !saysRedirectUri(message)) return null;
  const sent = message.params.get('redirect_uri');
  const asked = flow.request?.effective('redirect_uri');
  return {
    told: `The token request has ${sent ? `redirect_uri ${quote(sent)}` : 'no redirect_uri'}${sent && sent === asked ? ', the same as the authorization request' : ''}.`,
    fix: 'Send exactly the redirect_uri of the authorization request in the token request.',
  };
}
