import { memoised } from '../../http/memo.ts';
import { speaksMcp } from '../../oauth/values/bearer.ts';
import type { Flow } from '../flow.ts';

/** Whether the attempt is for a server of the Model Context Protocol. */
export const isForMcp = memoised(({ messages }: Flow): boolean =>
  messages.some(({ exchange }) => speaksMcp(exchange)),
);
