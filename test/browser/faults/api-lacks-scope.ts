import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'call-api',
  shows: /403/,
  says: /403|scope/i,
  mark: 'never sent',
} satisfies Trial;
