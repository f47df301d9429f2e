import { memoised } from '../../http/memo.ts';
import { tokensOf } from '../../oauth/message-tokens.ts';
import { type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';

/** Every JWT in the messages of a flow, each once. */
export const signedTokens = memoised((flow: Flow): readonly Jwt[] => {
  const texts = new Set(flow.messages.flatMap((one) => tokensOf(one).map(({ text }) => text)));
  return [...texts].map(jwtOf).filter((jwt) => jwt !== null);
});
