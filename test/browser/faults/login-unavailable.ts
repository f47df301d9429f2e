import type { Trial } from '../rehearse-trial.ts';

export default {
  at: 'login-page',
  press: null,
  shows: /temporarily_unavailable|Rehearsed by you/,
  says: /temporarily_unavailable|unavailable/i,
  mark: 'rehearsed by you',
} satisfies Trial;
