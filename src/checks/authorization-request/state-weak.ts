import { isBound, startsFlow } from '../../flow/facts/attempt.ts';
import { weakness } from '../../oauth/values/randomness.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'state can be guessed',
  severity: 'warning',
  owner: 'client',
  basis: 'heuristic',
  why: 'A state that is constant, counted or short can be forged, and then a response that somebody else started is accepted.',
  fix: 'Make state of at least 16 random bytes from crypto.getRandomValues; keep return paths elsewhere, under that key.',
  specs: [rfc(6749, '10.10'), rfc(9700, '4.7.1')],
  subject: 'authorization-request',
  *check(message, flow) {
    const state = message.effective('state');
    if (!state || !startsFlow(message, flow)) return;
    const reason = weakness(state);
    if (reason === null) return;
    yield {
      at: parameter('state'),
      observed: `state does not look random: ${reason}.`,
      expected: 'At least 128 random bits',
      severity: advice(flow, isBound(message) ? 'info' : 'warning'),
    };
  },
});
