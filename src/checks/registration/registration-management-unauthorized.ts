import { hasStatus, statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The server refuses the token of the registration',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'A registration is read, changed and deleted with its registration_access_token. A server may replace it with each answer, and it answers the same for a client that no longer exists.',
  fix: 'Send the newest registration_access_token, or register the client again when the server has deleted it.',
  specs: [rfc(7592, '2'), rfc(7592, '3')],
  subject: 'registration-request',
  *check({ operation, exchange }) {
    const { response, request } = exchange;
    if (operation === 'create' || !response) return;
    if (!hasStatus(response, 401, 401) && !hasStatus(response, 403, 403)) return;
    yield {
      at: STATUS,
      observed: `${request.method} ${withoutQuery(request.url)} answered ${statusWords(response)}.`,
    };
  },
});
