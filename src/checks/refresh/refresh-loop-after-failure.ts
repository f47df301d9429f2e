import { refreshCollision, refusedUses } from '../../flow/facts/refresh-uses.ts';
import { span } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { tokenErrorSentence } from '../shared/token-error-check.ts';

/** Two refusals may be a retry. */
const LOOP = 3;

export default defineCheck({
  title: 'The refused refresh is sent again and again',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A refresh token that was refused with invalid_grant stays refused. Only a new login helps, and a client that keeps asking is soon limited or blocked.',
  fix: 'After the first invalid_grant, delete the refresh token, stop all timers that use it, and send the user to the login.',
  specs: [rfc(6749, '5.2')],
  explains: ['refresh-invalid-grant'],
  subject: 'token-request',
  *check(message, flow) {
    if (refreshCollision(flow, message)) return;
    const refused = refusedUses(flow, message);
    const last = refused.at(-1);
    if (refused[0] !== message || !last || refused.length < LOOP) return;
    const length = span(last.exchange.startedAt - message.exchange.startedAt);
    yield {
      at: parameter('refresh_token'),
      observed: `${tokenErrorSentence(message)} The same refresh token was sent ${refused.length} times within ${length}, and refused each time.`,
      expected: 'A login after the first refusal',
    };
  },
});
