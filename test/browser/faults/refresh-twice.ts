import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'refresh',
  shows: /That worked|invalid_grant|grant request is invalid/,
  says: /refresh/i,
  mark: 'rehearsed by you',
} satisfies Trial;
