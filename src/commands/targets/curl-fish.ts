import { curlUnix } from '../curl-unix.ts';
import { fish } from '../fish.ts';
import { defineTarget } from '../target.ts';

/** curl in fish. */
export default defineTarget({
  name: 'cURL (fish)',
  write: (exchange, manner) => curlUnix(exchange, manner, fish),
});
