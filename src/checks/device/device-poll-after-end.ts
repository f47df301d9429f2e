import { defineCheck, rfc } from '../check.ts';
import { latePolls } from '../shared/poll-checks.ts';

export default defineCheck({
  title: 'The device polls on after the final answer',
  severity: 'warning',
  owner: 'client',
  basis: 'computed',
  why: 'Only authorization_pending and slow_down mean that the device has to go on. After any other answer the device code is of no use.',
  fix: 'Stop at any answer but authorization_pending and slow_down, and show it to the user.',
  specs: [rfc(8628, '3.5')],
  subject: 'flow',
  *check(flow) {
    const found = latePolls(flow, 'device_code');
    if (found) yield found;
  },
});
