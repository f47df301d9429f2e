import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import { tokensOf } from '../../oauth/message-tokens.ts';
import { type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';

/** Every JWT in the messages of a flow, each once. */
export const signedTokens = memoised((flow: Flow): readonly Jwt[] => {
  const found = new Map<string, Jwt>();
  for (const message of flow.messages) {
    for (const jwt of jwtsOf(message)) found.set(jwt.compact, jwt);
  }
  return [...found.values()];
});

const jwtsOf = memoised((message: Message): readonly Jwt[] =>
  tokensOf(message)
    .map(({ text }) => jwtOf(text))
    .filter((jwt) => jwt !== null),
);
