import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

const CODES = new Set(['invalid_client', 'invalid_request', 'unauthorized_client']);
const BY_CERTIFICATE = /tls_client_auth/;

export default defineCheck({
  title: 'The token request does not say which client sends it',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A public client sends its client_id, and any other client authenticates. Without both the server cannot know the client.',
  fix: 'Set client_id and, unless the client is public, its secret where the application reads them, and send both.',
  specs: [rfc(6749, '3.2.1'), rfc(6749, '2.3')],
  explains: [
    'token-error-invalid-client',
    'token-error-invalid-request',
    'token-error-unauthorized-client',
  ],
  subject: 'token-request',
  *check(message, { metadata }) {
    const { bodyFormat, params, response } = message;
    const { error, errorDescription } = response;
    if (error === null || !CODES.has(error)) return;
    if (error === 'invalid_request' && !/client/i.test(errorDescription ?? '')) return;
    if (bodyFormat === 'unknown' || params.has('client_id')) return;
    const document = metadata?.metadata ?? null;
    const { kind, certificate } = clientAuthentication(message, document);
    if (kind !== 'none' || certificate !== null) return;
    const methods = jsonList(document?.token_endpoint_auth_methods_supported);
    if (methods.some((method) => BY_CERTIFICATE.test(method))) {
      yield cannotTell(
        'The client may have authenticated by a certificate, which is not recorded.',
      );
      return;
    }
    yield {
      at: parameter('client_id'),
      observed: `The request has no client_id and no client authentication. ${tokenErrorSentence(message)}`,
      expected: 'client_id, or client authentication',
    };
  },
});
