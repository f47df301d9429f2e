import { defineCheck } from '../check.ts';
import { CIBA_ANSWER } from '../shared/ciba-specs.ts';
import { incompleteAnswer } from '../shared/incomplete-answer.ts';

export default defineCheck({
  title: 'The answer to the backchannel authentication request is incomplete',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client needs the auth_req_id to ask for the tokens, and expires_in to know for how long.',
  fix: 'Have the server answer with auth_req_id and expires_in; check that the URL is its backchannel authentication endpoint.',
  specs: [CIBA_ANSWER],
  subject: 'backchannel-authentication-request',
  *check({ exchange }) {
    const found = incompleteAnswer(exchange, 'The backchannel authentication endpoint', [
      'auth_req_id',
      'expires_in',
    ]);
    if (!found) return;
    const { missing, ...report } = found;
    yield missing.includes('auth_req_id') ? report : { ...report, severity: 'info', effect: null };
  },
});
