import { refusedJwt } from '../../flow/facts/token-refusal.ts';
import { expiryOf, succeededLater } from '../../flow/facts/token-use.ts';
import { claim, defineCheck, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

export default defineCheck({
  title: 'The access token is bound to a client certificate',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  token: 'access_token',
  effect: 'request-fails',
  why: 'Such a token counts only on a TLS connection on which the client shows the certificate that it got the token with. A page or a proxy cannot do that for it.',
  fix: 'Call the API with the client certificate of the token request, from the process that holds its key, and without a proxy in between that ends TLS.',
  specs: [rfc(8705, '3'), rfc(6750, '3.1')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const refused = refusedJwt(message);
    if (!refused) return;
    const { fault, jwt } = refused;
    if (fault !== null && fault !== 'certificate') return;
    const { cnf } = jwt.claims;
    const bound = typeof cnf === 'object' && cnf !== null && Object.hasOwn(cnf, 'x5t#S256');
    const expiry = expiryOf(flow, jwt.compact);
    if (!bound || (expiry && expiry.at <= message.exchange.startedAt)) return;
    if (succeededLater(flow, message)) return;
    yield {
      at: claim('cnf'),
      observed: `${apiAnswer(message.exchange)} The token has the thumbprint of a certificate in cnf (x5t#S256).`,
      expected: 'A connection with that certificate',
      certainty: fault === 'certificate' ? 'certain' : 'likely',
    };
  },
});
