import { userinfoAnswer } from '../../../src/oauth/documents/userinfo-answer.ts';
import { responseText } from '../../../src/oauth/exchange-view.ts';
import type { Message } from '../../../src/oauth/message.ts';

/** A token that a message or its answer carries. */
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

function ownTokens(message: Message): readonly (readonly [string, string | null])[] {
  switch (message.kind) {
    case 'token-request': {
      const { idToken, accessToken, refreshToken } = message.response;
      return [
        ['id_token', idToken?.text ?? null],
        ['access_token', accessToken],
        ['refresh_token', refreshToken],
      ];
    }
    case 'api-call':
      return [['access_token', message.token]];
    case 'userinfo-request':
      return [
        ['access_token', message.token],
        ['response body', answeredJwt(message)],
      ];
    case 'introspection-request':
      return [['response body', message.jwt?.compact ?? null]];
    case 'backchannel-notification':
      return [
        ['id_token', message.idToken?.text ?? null],
        ['access_token', message.accessToken],
        ['refresh_token', message.refreshToken],
      ];
    default:
      return [];
  }
}

/** An answer that is a JWT as a whole (OpenID Connect Core section 5.3.2). */
function answeredJwt({ exchange }: Message): string | null {
  const { form } = userinfoAnswer(exchange);
  return form === 'jwt' || form === 'encrypted' ? (responseText(exchange)?.trim() ?? null) : null;
}

/** The tokens of a message, each once. */
export function tokensOf(message: Message): readonly NamedToken[] {
  const sent = TOKEN_PARAMETERS.map((name) => [name, message.params.get(name) ?? null] as const);
  const proof = message.exchange.request.headers.find(({ name }) => /^dpop$/i.test(name));
  const all = [...ownTokens(message), ...sent, ['DPoP proof', proof?.value ?? null] as const];
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
