import type { Trial } from '../rehearse-trial.ts';

export default {
  press: 'refresh',
  shows: /502|Invalid response|JSON|unexpected/i,
  says: /502|HTML|web page/i,
  mark: 'never sent',
} satisfies Trial;
