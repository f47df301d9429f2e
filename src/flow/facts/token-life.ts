import { memoised } from '../../http/memo.ts';
import { isError, isOk } from '../../http/status.ts';
import { hostOf } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';
import { wantsDpopNonce } from './dpop-proofs.ts';
import { type FlowToken, flowTokens, type TokenPlace } from './flow-tokens.ts';
import { endOf } from './moments.ts';
import { refusedUses } from './refresh-uses.ts';
import { NOT_THE_TOKEN } from './token-refusal.ts';
import { isAccepted } from './token-use.ts';

/**
 * What a message did with a token. `sent`: it was handed in, and the answer does not say whether it
 * was accepted.
 */
export type TokenDeed =
  | 'issued'
  | 'accepted'
  | 'refreshed'
  | 'active'
  | 'inactive'
  | 'revoked'
  | 'refused'
  | 'hinted'
  | 'sent';

/** One event in the life of a token. */
export interface TokenEvent {
  readonly deed: TokenDeed;
  /** Index into the flow's messages. */
  readonly message: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Host of the request. */
  readonly host: string;
  /** What replaced a refresh token, when the answer brought another one. */
  readonly replacedBy: string | null;
  /** Whether the answer asked for a DPoP nonce. */
  readonly wantsNonce: boolean;
}

function deedAtTokenEndpoint(
  message: Extract<Message, { kind: 'token-request' }>,
  { name }: TokenPlace,
  flow: Flow,
): TokenDeed {
  if (name === 'refresh_token' && message.grant === 'refresh_token') {
    if (isSuccess(message) && message.response.error === null) return 'refreshed';
    return refusedUses(flow, message).includes(message) ? 'refused' : 'sent';
  }
  return isSuccess(message) && message.response.error === null ? 'accepted' : 'sent';
}

/** A request object counts as accepted when the server answered the request with a code or tokens. */
function isGranted({ responses }: Flow): boolean {
  return responses.some(({ params }) =>
    ['code', 'id_token', 'access_token'].some((name) => params.has(name)),
  );
}

function deedOf(message: Message, place: TokenPlace, flow: Flow): TokenDeed {
  const { exchange } = message;
  if (place.issued) return 'issued';
  if (place.name === 'id_token_hint') return 'hinted';
  switch (message.kind) {
    case 'token-request':
      return deedAtTokenEndpoint(message, place, flow);
    case 'api-call':
    case 'userinfo-request': {
      if (isAccepted(exchange)) return 'accepted';
      const isAbout = !NOT_THE_TOKEN.has(bearerChallenge(exchange)?.error ?? '');
      return place.name === 'access_token' && refusedWith(exchange) === 401 && isAbout
        ? 'refused'
        : 'sent';
    }
    case 'introspection-request':
      if (place.name !== 'token' || message.active === null) return 'sent';
      return message.active ? 'active' : 'inactive';
    case 'revocation-request':
      return place.name === 'token' && isOk(exchange.response) ? 'revoked' : 'sent';
    case 'backchannel-logout-request':
      if (isOk(exchange.response)) return 'accepted';
      return isError(exchange.response) ? 'refused' : 'sent';
    case 'authorization-request':
      return isGranted(flow) ? 'accepted' : 'sent';
    case 'pushed-authorization-request':
      return message.requestUri ? 'accepted' : 'sent';
    default:
      return 'sent';
  }
}

function replacement(message: Message, deed: TokenDeed, text: string): string | null {
  const next = message.kind === 'token-request' ? message.response.refreshToken : null;
  return deed === 'refreshed' && next !== text ? next : null;
}

/** The life of every token of a flow: its events in order. */
export const tokenLives = memoised((flow: Flow): ReadonlyMap<FlowToken, readonly TokenEvent[]> => {
  return new Map(
    flowTokens(flow).map((token) => [
      token,
      token.places.flatMap((place): readonly TokenEvent[] => {
        const message = flow.messages[place.message];
        if (!message) return [];
        const { exchange } = message;
        const deed = deedOf(message, place, flow);
        return [
          {
            deed,
            message: place.message,
            at: deed === 'issued' ? endOf(exchange) : exchange.startedAt,
            host: hostOf(exchange.request.url),
            replacedBy: replacement(message, deed, token.text),
            wantsNonce: wantsDpopNonce(message),
          },
        ];
      }),
    ]),
  );
});
