import { serverTime } from '../../flow/id-token.ts';
import { expiryOf, succeededLater } from '../../flow/token-use.ts';
import { defineCheck, header, rfc } from '../check.ts';
import { moment, span } from '../words.ts';

export default defineCheck({
  title: 'Access token had expired when it was used',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'The API refuses an expired token, and rightly so: the client should have got a new one before the call.',
  fix: 'Refresh shortly before the token expires, and once more when an API answers 401.',
  specs: [rfc(6750, '3.1'), rfc(7519, '4.1.4')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    if (exchange.response?.status !== 401 || token === null) return;
    const expiry = expiryOf(flow, token);
    if (!expiry) return;
    const local = exchange.startedAt;
    const now = expiry.clock === 'server' ? (serverTime(exchange) ?? local) : local;
    const overdue = now - expiry.at;
    if (overdue < 0) return;
    yield {
      at: header('Authorization'),
      observed: `By ${expiry.by} the token expired at ${moment(expiry.at)}, ${span(overdue)} before this call.`,
      expected: 'A token that is still valid',
      ...(succeededLater(flow, message) ? { severity: 'info' } : {}),
    };
  },
});
