import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/** RFC 7009 section 2.1. */
export interface RevocationRequest extends MessageBase {
  readonly kind: 'revocation-request';
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
  if (exchange.request.method !== 'POST' || !body.has('token') || body.has('grant_type'))
    return null;
  if (!/\/(?:revoke|revocation)\/?$/i.test(view.endpoint)) return null;
  return {
    kind: 'revocation-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
  };
}

export default defineKind({
  kind: 'revocation-request',
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
