import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'log-in',
  shows: /state/i,
  says: /state/i,
  mark: 'rehearsed by you',
} satisfies Trial;
