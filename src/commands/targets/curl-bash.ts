import { curlCommand } from '../curl-command.ts';
import { defineTarget } from '../target.ts';

/** curl in bash, zsh, dash, ksh and every other shell that follows POSIX. */
export default defineTarget({
  name: 'cURL (bash)',
  write: (exchange, secrets) => curlCommand(exchange, { shell: 'posix', secrets }),
});
