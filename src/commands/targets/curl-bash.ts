import { curlUnix } from '../curl-unix.ts';
import { posix } from '../posix.ts';
import { defineTarget } from '../target.ts';

/** curl in bash, zsh, dash, ksh and every other shell that follows POSIX. */
export default defineTarget({
  name: 'cURL (bash)',
  write: (exchange, manner) => curlUnix(exchange, manner, posix),
});
