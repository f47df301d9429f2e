import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import { type TokenName, tokensOf } from '../../oauth/message-tokens.ts';
import { type TokenView, viewToken } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';

/** A message that carries a token, and the name that the token has there. */
export interface TokenPlace {
  /** Index into the flow's messages. */
  readonly message: number;
  readonly name: TokenName;
  /** Whether the message issued it, instead of handing it in. */
  readonly issued: boolean;
}

/** A token of a flow with all messages that carry it, in order. */
export interface FlowToken {
  readonly text: string;
  /** What it is: its name where it was issued, else where it was first handed in. */
  readonly name: TokenName;
  readonly view: TokenView;
  readonly places: readonly TokenPlace[];
}

const ISSUED = new Set<TokenName>(['access_token', 'id_token', 'refresh_token']);

/** Whether a message issues a token that it carries under a name. */
function issues(message: Message, name: TokenName, text: string): boolean {
  switch (message.kind) {
    case 'token-request':
      return ISSUED.has(name) && !(name === 'refresh_token' && isSent(message, text));
    case 'authorization-response':
    case 'backchannel-notification':
      return ISSUED.has(name) || name === 'response';
    default:
      return name === 'response body';
  }
}

/** A server that does not rotate refresh tokens may return the one that was sent. */
function isSent({ params }: Message, text: string): boolean {
  return params.get('refresh_token') === text;
}

/** The JWT that the issuer of an SD-JWT signed, before its disclosures (RFC 9901 section 4). */
function signedPart(text: string): string {
  return isSdJwt(text) ? text.slice(0, text.indexOf('~')) : text;
}

/** Whether a token is a JWT with disclosures after it (RFC 9901 section 4). */
export function isSdJwt(text: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*~/.test(text);
}

/** Every token of a flow, in the order in which they appear. */
export const flowTokens = memoised(({ messages }: Flow): readonly FlowToken[] => {
  const places = new Map<string, TokenPlace[]>();
  messages.forEach((message, index) => {
    for (const { name, text } of tokensOf(message)) {
      const known = places.get(text) ?? [];
      places.set(text, known);
      known.push({ message: index, name, issued: issues(message, name, text) });
    }
  });
  return [...places].map(([text, all]): FlowToken => {
    const first = all.find(({ issued }) => issued) ?? all.find(({ name }) => ISSUED.has(name));
    return {
      text,
      name: (first ?? all[0])?.name ?? 'token',
      view: viewToken(signedPart(text)),
      places: all,
    };
  });
});
