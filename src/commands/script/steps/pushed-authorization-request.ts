import { loginParameter, newLogin } from '../login-values.ts';
import { defineStep } from '../script-step.ts';

/** RFC 9126: makes state, nonce and PKCE anew and takes the `request_uri`. */
export default defineStep<'pushed-authorization-request'>((run, { exchange, params }) => {
  const made = newLogin(run, params);
  const { login } = run;
  const lines = run.request(exchange, `send ${exchange.response?.status ?? 0}`, {
    named: (name) => loginParameter(login, name),
    required: ['request_uri'],
  });
  return 'refused' in lines ? lines : [...made, ...lines];
});
