import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'log-in',
  shows: /grant request is invalid|invalid_grant|PKCE/i,
  says: /code_verifier/,
  mark: 'rehearsed by you',
} satisfies Trial;
