import type { ExchangeView } from './exchange-view.ts';
import type { MessageBase } from './message-base.ts';

/** RFC 7662 section 2.1. */
export interface IntrospectionRequest extends MessageBase {
  readonly kind: 'introspection-request';
  readonly token: string | null;
}

/** RFC 7662 section 2.1. */
export function recogniseIntrospection(view: ExchangeView): IntrospectionRequest | null {
  const { exchange, body } = view;
  if (exchange.request.method !== 'POST' || !body.has('token') || body.has('grant_type'))
    return null;
  const named = /\/(?:introspect|introspection|introspect\.oauth2)\/?$/i.test(view.endpoint);
  if (!named && typeof view.responseJson?.active !== 'boolean') return null;
  return {
    kind: 'introspection-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
  };
}
