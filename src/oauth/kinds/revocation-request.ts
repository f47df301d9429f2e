import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/** RFC 7009 section 2.1. */
export interface RevocationRequest extends MessageBase {
  readonly kind: 'revocation-request';
  /** The token of the body; null when the request is not in the form of RFC 7009. */
  readonly token: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'revocation-request': RevocationRequest;
  }
}

/** RFC 7009 section 2.1. */
function recogniseRevocation(view: ExchangeView): RevocationRequest | null {
  const { exchange, body } = view;
  if (body.has('grant_type') || !/\/(?:revoke|revocation)\/?$/i.test(view.endpoint)) return null;
  if (!body.has('token') && !isMalformed(view)) return null;
  if (body.has('token') && exchange.request.method !== 'POST') return null;
  return {
    kind: 'revocation-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
  };
}

/** Whether the request gives the token in the URL, or only says what kind of token it is about. */
function isMalformed({ exchange, body, query }: ExchangeView): boolean {
  const { method } = exchange.request;
  if (exchange.destination === 'document' || exchange.destination === 'iframe') return false;
  if (method !== 'POST' && method !== 'GET') return false;
  return query.has('token') || (method === 'POST' && body.has('token_type_hint'));
}

export default defineKind({
  kind: 'revocation-request',
  listedAs: 'revocation_endpoint',
  word: 'revocation request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  signs: { path: /revoke|revocation/, body: ['token'] },
  before: ['introspection-request'],
  recognise: recogniseRevocation,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  authenticates: true,
  grant: { of: 'lone', is: 'revocation' },
  judgedAlone: () => true,
});
