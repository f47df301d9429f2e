import { originOf } from '../../http/cors-request.ts';
import { originOfUrl } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { clientOf, isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck, header, type Observation, parameter, rfc } from '../check.ts';
import { refusesSecret } from '../shared/said-reason.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'A client secret is sent from browser code',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Everyone who opens the page can read the secret and act as the client. A public client must not use one, and a server may refuse it.',
  fix: 'Register a public client (single-page app) with PKCE or move the token request to a server; then replace the exposed secret.',
  specs: [rfc(6749, '2.3.1'), rfc(9700, '2.5'), rfc(8252, '8.4')],
  aliases: ['client-credentials-in-browser'],
  subject: 'token-request',
  *check(message, { recording }) {
    if (!isFromPage(message)) return;
    const seen = secretOf(message);
    if (!seen) return;
    const client = clientOf(message);
    if (client !== null && recording.registrationOf(client) !== null) {
      // Every instance has a secret of its own, which nobody else can read (RFC 8252 section 8.4).
      yield { ...seen, severity: 'info' };
    } else if (refusesSecret(message)) {
      yield { ...seen, ...REFUSED, observed: `${seen.observed} ${tokenErrorSentence(message)}` };
    } else {
      const ownPage = originOf(message.exchange) === originOfUrl(message.exchange.request.url);
      // The server's own console looks the same when a user types the secret in.
      yield ownPage ? { ...seen, severity: 'warning' } : seen;
    }
  },
});

const REFUSED: Pick<Observation, 'effect' | 'explains' | 'fix'> = {
  effect: 'request-fails',
  explains: [
    'token-error-invalid-client',
    'token-error-invalid-request',
    'token-error-unauthorized-client',
  ],
  fix: 'Leave the secret out: the client is registered as public, so client_id and PKCE are enough. Then replace the exposed secret.',
};

function secretOf({ params, basic }: TokenRequest): Observation | null {
  const expected = 'client_id only, with a code_verifier';
  if (params.get('client_secret')) {
    const observed = 'A page script sent client_secret in the body of the token request.';
    return { at: parameter('client_secret'), observed, expected };
  }
  if (basic?.secret) {
    const observed = 'A page script sent a client secret as Authorization: Basic.';
    return { at: header('Authorization'), observed, expected };
  }
  const algorithm = jwtOf(params.get('client_assertion'))?.header.alg;
  if (typeof algorithm !== 'string' || !algorithm.startsWith('HS')) return null;
  const observed = `A page script signed a client_assertion with ${algorithm}, so it holds the client secret.`;
  return { at: parameter('client_assertion'), observed, expected };
}
