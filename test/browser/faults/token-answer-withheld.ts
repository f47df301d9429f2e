import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'refresh',
  shows: /Failed to fetch|NetworkError|That worked|invalid_grant/,
  says: /./,
  mark: 'rehearsed by you',
} satisfies Trial;
