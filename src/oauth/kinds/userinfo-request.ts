import { defineKind } from '../define-kind.ts';
import { userinfoAnswer } from '../documents/userinfo-answer.ts';
import { type ExchangeView, responseText } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { asksForToken, bearerOf } from '../values/bearer.ts';

/** OpenID Connect Core section 5.3.1. */
export interface UserinfoRequest extends MessageBase {
  readonly kind: 'userinfo-request';
  readonly token: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'userinfo-request': UserinfoRequest;
  }
}

const PATH = /\/userinfo(?:\.openid)?\/?$/i;

/**
 * Recognises UserInfo only by its usual path. The metadata of the server, when recorded, decides
 * later.
 */
function recogniseUserinfo(view: ExchangeView): UserinfoRequest | null {
  const { exchange, query } = view;
  const { method, headersComplete } = exchange.request;
  if (method === 'OPTIONS' || !PATH.test(view.endpoint)) return null;
  const { token } = bearerOf(view);
  if (token === null && !asksForToken(exchange) && headersComplete) return null;
  return { kind: 'userinfo-request', exchange, params: query, preflight: null, token };
}

const FORMS = {
  json: 'JSON',
  jwt: 'a signed JWT, not verified',
  encrypted: 'an encrypted JWT, which only the client can read',
  other: 'neither JSON nor a JWT',
  unknown: 'not recorded',
} as const;

/** The whole response body when it is a JWT (OpenID Connect Core section 5.3.2). */
function answeredJwt({ exchange }: UserinfoRequest): string | null {
  const { form } = userinfoAnswer(exchange);
  return form === 'jwt' || form === 'encrypted' ? (responseText(exchange)?.trim() ?? null) : null;
}

export default defineKind({
  kind: 'userinfo-request',
  listedAs: 'userinfo_endpoint',
  word: 'UserInfo request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  signs: { path: /userinfo|me/ },
  turn: 'last',
  before: ['api-call', 'interaction'],
  recognise: recogniseUserinfo,
  tokensOf: (request) => [
    ['access_token', request.token],
    ['response body', answeredJwt(request)],
  ],
  notesOf: ({ exchange }) => [{ label: 'Response', text: FORMS[userinfoAnswer(exchange).form] }],
  repeats: true,
  judgedAlone: () => true,
  grant: { of: 'use', is: 'api_call' },
});
