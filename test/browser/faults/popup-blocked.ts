import type { Trial } from '../rehearse-trial.ts';

export default {
  at: 'popup',
  greyFor: { oauth4webapi: /no popup/ },
  press: 'popup',
  shows: /disposed window|popup/i,
  says: null,
  mark: null,
} satisfies Trial;
