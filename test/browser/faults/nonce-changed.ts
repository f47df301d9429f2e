import type { Trial } from '../rehearse-trial.ts';

export default {
  greyFor: { 'oidc-client-ts': /has no nonce/ },
  press: 'log-in',
  shows: /nonce/i,
  says: /worked|nonce/,
  mark: 'rehearsed by you',
} satisfies Trial;
