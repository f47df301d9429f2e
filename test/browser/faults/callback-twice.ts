import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'log-in',
  shows: /no login was started|No matching state|Invalid state|Missing transaction/i,
  says: /./,
  mark: 'rehearsed by you',
} satisfies Trial;
