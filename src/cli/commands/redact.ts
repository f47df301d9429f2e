import { defineCliCommand } from '../cli-command.ts';

/** Writes the recording as a HAR without secrets that gives the same diagnosis. */
export default defineCliCommand({
  title: 'writes a HAR without secrets, with the same diagnosis',
  load: () => import('./redact-body.ts'),
});
