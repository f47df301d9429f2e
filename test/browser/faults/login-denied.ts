import type { Trial } from '../rehearse-trial.ts';

export default {
  at: 'login-page',
  press: null,
  shows: /access_denied|Rehearsed by you/,
  says: /access_denied|refused|denied/i,
  mark: 'rehearsed by you',
} satisfies Trial;
