import { defineStep } from '../script-step.ts';

/** OpenID Connect CIBA: the user answers on another device. */
export default defineStep<'backchannel-authentication-request'>((run, { exchange }) => {
  const lines = run.request(exchange, `send ${exchange.response?.status ?? 0}`, {
    required: ['auth_req_id'],
  });
  return 'refused' in lines ? lines : [...lines, 'interval=$(pause)'];
});
