import type { Trial } from '../rehearse-trial.ts';

export default {
  stays: true,
  press: 'call-api',
  shows: /That worked/,
  says: /worked/,
  mark: 'rehearsed by you',
} satisfies Trial;
