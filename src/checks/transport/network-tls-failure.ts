import { rfc } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The certificate or the TLS handshake is not accepted',
  owner: 'authorization server',
  why: 'Before the request is sent, client and server agree on a TLS version and a cipher, and the client checks the certificate: its date, its name and its authority. If one of them fails, the request is not sent.',
  fix: 'Install a certificate that the browser trusts; for development make one with a local authority.',
  specs: [rfc(9110, '4.3.4')],
  reasons: ['tls'],
  what: 'was not sent: TLS failed',
});
