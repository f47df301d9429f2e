import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { asksForToken, bearerOf } from '../values/bearer.ts';

/** RFC 6750: a request to a resource server that carries, or is asked for, an access token. */
export interface ApiCall extends MessageBase {
  readonly kind: 'api-call';
  readonly scheme: 'bearer' | 'dpop' | null;
  readonly token: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'api-call': ApiCall;
  }
}

function recogniseApiCall(view: ExchangeView): ApiCall | null {
  const { exchange, query } = view;
  if (exchange.request.method === 'OPTIONS') return null;
  const { scheme, token } = bearerOf(view);
  if (token === null && !asksForToken(exchange)) return null;
  return { kind: 'api-call', exchange, params: query, preflight: null, scheme, token };
}

export default defineKind({
  kind: 'api-call',
  word: 'API call',
  lanes: ['client', 'resource server'],
  sentBy: 'script',
  turn: 'last',
  before: ['interaction'],
  recognise: recogniseApiCall,
  tokensOf: ({ token }) => [['access_token', token]],
  repeats: true,
  judgedAlone: () => true,
  shownAlone: false,
  grant: { of: 'use', is: 'api_call' },
});
