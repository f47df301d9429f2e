import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'call-api',
  shows: /That worked/,
  says: /worked/,
  mark: 'rehearsed by you',
} satisfies Trial;
