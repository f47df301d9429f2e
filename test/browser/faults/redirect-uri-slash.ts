import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'log-in',
  shows: /redirect_uri/,
  says: /redirect/i,
  mark: 'rehearsed by you',
} satisfies Trial;
