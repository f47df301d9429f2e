import type { Message } from '../../../src/oauth/message.ts';
import { kindOf } from '../../../src/oauth/message-kinds.ts';

/** A token in a message or its answer. */
export interface NamedToken {
  readonly name: string;
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

/** The tokens of a message, each once. */
export function tokensOf(message: Message): readonly NamedToken[] {
  const sent = TOKEN_PARAMETERS.map((name) => [name, message.params.get(name) ?? null] as const);
  const proof = message.exchange.request.headers.find(({ name }) => /^dpop$/i.test(name));
  const all = [
    ...(kindOf(message).tokensOf?.(message) ?? []),
    ...sent,
    ['DPoP proof', proof?.value ?? null] as const,
  ];
  const tokens = new Map<string, NamedToken>();
  for (const [name, text] of all) {
    if (text && !tokens.has(text)) tokens.set(text, { name, text });
  }
  return [...tokens.values()];
}

const DATES = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);

/** A numeric date as a moment (RFC 7519 section 2), or null. */
export function claimMoment(name: string, value: unknown): number | null {
  return DATES.has(name) && typeof value === 'number' ? value * 1_000 : null;
}
