import type { Trial } from '../rehearse-trial.ts';

export default {
  at: 'login-page',
  press: null,
  shows: /state/i,
  says: /state/i,
  mark: 'rehearsed by you',
} satisfies Trial;
