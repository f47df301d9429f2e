import { defineCheck } from '../check.ts';
import { CIBA_ANSWER, CIBA_TOKEN_ERROR } from '../shared/ciba-specs.ts';
import { fastPolls, latePolls } from '../shared/poll-checks.ts';

export default defineCheck({
  title: 'The client polls faster than the server allows',
  severity: 'warning',
  owner: 'client',
  basis: 'computed',
  why: 'The answer with the auth_req_id names the seconds between two polls, or means 5; each slow_down adds 5. A server may block a client that does not wait.',
  fix: 'Wait as many seconds as interval says, and 5 more after each slow_down.',
  specs: [CIBA_ANSWER, CIBA_TOKEN_ERROR],
  subject: 'flow',
  *check(flow) {
    const fast = fastPolls(flow, 'ciba');
    if (fast) yield fast;
    const late = latePolls(flow, 'ciba');
    if (!late) return;
    yield {
      ...late,
      title: 'The client polls on after the final answer',
      why: 'Only authorization_pending and slow_down mean that the client has to go on. After any other answer the auth_req_id is of no use.',
      fix: 'Stop at any answer but authorization_pending and slow_down.',
    };
  },
});
