import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'call-api',
  shows: /401: The access token is not known/,
  says: /401|refuse/i,
  mark: 'rehearsed by you',
} satisfies Trial;
