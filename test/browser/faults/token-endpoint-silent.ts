import type { Trial } from '../rehearse-trial.ts';

export default {
  holds: true,
  press: 'refresh',
  shows: /Failed to fetch|NetworkError|That worked/,
  says: /./,
  mark: 'never sent',
} satisfies Trial;
