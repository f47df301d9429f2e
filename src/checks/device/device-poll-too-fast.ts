import { defineCheck, rfc } from '../check.ts';
import { fastPolls } from '../shared/poll-checks.ts';

export default defineCheck({
  title: 'The device polls faster than the server allows',
  severity: 'warning',
  owner: 'client',
  basis: 'computed',
  why: 'The answer with the device code names the seconds between two polls, or means 5; each slow_down adds 5. A server may block a client that does not wait.',
  fix: 'Wait as many seconds as interval says, and 5 more after each slow_down.',
  specs: [rfc(8628, '3.2'), rfc(8628, '3.5')],
  subject: 'flow',
  *check(flow) {
    const found = fastPolls(flow, 'device_code');
    if (found) yield found;
  },
});
