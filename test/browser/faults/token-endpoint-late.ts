import type { Trial } from '../rehearse-trial.ts';

export default {
  holds: true,
  press: 'refresh',
  shows: /That worked/,
  says: /worked/,
  mark: 'rehearsed by you',
} satisfies Trial;
