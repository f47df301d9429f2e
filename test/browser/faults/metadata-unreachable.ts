import type { Trial } from '../rehearse-trial.ts';

export default {
  greyFor: { 'auth0-spa-js': /no metadata and no keys/ },
  press: 'log-in',
  shows: /Failed to fetch|NetworkError/,
  says: /./,
  mark: 'never sent',
} satisfies Trial;
