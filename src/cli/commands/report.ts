import { defineCliCommand } from '../cli-command.ts';

/** Writes a report on all or some flows, or on one message, to a file. */
export default defineCliCommand({
  title: 'writes a report that can be shared',
  load: () => import('./report-body.ts'),
});
