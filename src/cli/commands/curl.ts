import { defineCliCommand } from '../cli-command.ts';

/** Prints the request of one message as a command. */
export default defineCliCommand({
  title: 'prints a request as a command',
  load: () => import('./curl-body.ts'),
});
