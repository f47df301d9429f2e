import { defineCliCommand } from '../cli-command.ts';

/** Prints a report on the recording as a whole. */
export default defineCliCommand({
  title: 'prints a report on the whole recording',
  load: () => import('./analyze-body.ts'),
});
