import { demandOf } from '../../flow/facts/login-demand.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, header, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

export default defineCheck({
  title: 'The API wants a stronger or newer login',
  severity: 'warning',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The token is valid, but the login behind it is too weak or too old for this operation, or lacks something that the API names.',
  fix: 'Start an authorization request with the values of the challenge, and repeat the call with the new token.',
  specs: [rfc(9470, '3'), rfc(9470, '4')],
  explains: ['userinfo-failed', 'api-401-invalid-token'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange } = message;
    const demand = refusedWith(exchange) === null ? null : demandOf(exchange);
    if (!demand) return;
    const wanted = list(demand.parameters);
    const done =
      succeededLater(flow, message) || flow.recording.steppedUp(exchange, flow.client) !== null;
    yield {
      at: header('WWW-Authenticate'),
      observed: `${apiAnswer(exchange)}${wanted === '' ? '' : ` It asks for ${wanted}.`}`,
      ...(wanted === ''
        ? {}
        : {
            fix: `Start an authorization request with ${wanted} of the challenge, and repeat the call with the new token.`,
          }),
      // The client did what the API asked for.
      ...(done ? { severity: 'info' } : {}),
    };
  },
});
