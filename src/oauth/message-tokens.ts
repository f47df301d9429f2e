import { headerValue } from '../http/headers.ts';
import { memoised } from '../http/memo.ts';
import type { Message } from './message.ts';
import { kindOf } from './message-kinds.ts';

/** A token in a message or its answer. */
export interface NamedToken {
  readonly name: TokenName;
  readonly text: string;
}

const TOKEN_PARAMETERS = [
  'access_token',
  'id_token',
  'refresh_token',
  'id_token_hint',
  'client_assertion',
  'assertion',
  'subject_token',
  'actor_token',
  'token',
  'logout_token',
  'software_statement',
  'request',
  'response',
] as const;

/** The name under which a message has a token. */
export type TokenName = (typeof TOKEN_PARAMETERS)[number] | 'DPoP proof' | 'response body';

/** The tokens of a message, each once. */
export const tokensOf = memoised((message: Message): readonly NamedToken[] => {
  const sent = TOKEN_PARAMETERS.map((name) => [name, message.params.get(name) ?? null] as const);
  const proof = headerValue(message.exchange.request.headers, 'dpop');
  const all = [
    ...(kindOf(message).tokensOf?.(message) ?? []),
    ...sent,
    ['DPoP proof', proof?.trim() ?? null] as const,
  ];
  const tokens = new Map<string, NamedToken>();
  for (const [name, text] of all) {
    if (text && !tokens.has(text)) tokens.set(text, { name, text });
  }
  return [...tokens.values()];
});
