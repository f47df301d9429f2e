import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'refresh',
  shows: /unexpected HTTP status code|server_error|500/i,
  says: /500|server_error/,
  mark: 'never sent',
} satisfies Trial;
