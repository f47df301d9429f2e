import { defineStep } from '../script-step.ts';

/** RFC 8628: shows a person where to go, and what to enter there. */
export default defineStep<'device-authorization-request'>((run, { exchange }) => {
  const lines = run.request(exchange, `send ${exchange.response?.status ?? 0}`, {
    required: ['device_code'],
  });
  if ('refused' in lines) return lines;
  return [
    ...lines,
    'interval=$(pause)',
    `printf 'Step %s: open this address in a browser, and enter the code if it asks for one:\\n' "$step" >&2`,
    `jq -r '.verification_uri_complete // .verification_uri // .verification_url // "", .user_code // ""' "$work/answer"`,
  ];
});
