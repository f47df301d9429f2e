import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'refresh',
  shows: /invalid_grant|grant request is invalid|Unknown or invalid refresh token/i,
  says: /refresh/i,
  mark: 'rehearsed by you',
} satisfies Trial;
