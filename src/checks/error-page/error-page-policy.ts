import { defineCheck, rfc } from '../check.ts';
import { reportPage } from '../shared/error-page-words.ts';

/** What a person with rights at the provider, or the user, has to allow or change. */
const POLICIES = ['policy', 'consent', 'user'] as const;

export default defineCheck({
  title: 'A rule of the provider blocks this login',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'Client and user were recognised, but a rule forbids the two together: consent of an administrator, an assignment, conditional access, an unpublished application.',
  fix: 'Ask the administrator of the provider to assign the user, consent to the application or change the rule.',
  specs: [rfc(6749, '4.1.2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    yield* reportPage(message, flow, POLICIES, () => ({}));
  },
});
