import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { asksForToken, bearerOf } from '../values/bearer.ts';

/** A script asks whether an API is there, before it calls the API with a token. */
export interface HealthCheck extends MessageBase {
  readonly kind: 'health-check';
}

declare module '../message.ts' {
  interface MessageTypes {
    'health-check': HealthCheck;
  }
}

const PATH = /\/(?:_?health(?:z|[-_]?check)?|livez|readyz)\/?$/i;

function recogniseHealthCheck(view: ExchangeView): HealthCheck | null {
  const { exchange, query } = view;
  const { destination, request } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  if (!PATH.test(view.endpoint) || (destination !== 'empty' && destination !== 'unknown')) {
    return null;
  }
  // A call with a token, or one that is asked for it, is an API call.
  if (bearerOf(view).token !== null || asksForToken(exchange)) return null;
  return { kind: 'health-check', exchange, params: query, preflight: null };
}

export default defineKind({
  kind: 'health-check',
  word: 'health check',
  lanes: ['client', 'resource server'],
  sentBy: 'script',
  signs: { path: /_?health(?:z|[-_]?check)?|livez|readyz/ },
  turn: 'last',
  before: ['interaction'],
  recognise: recogniseHealthCheck,
  repeats: true,
  shownAlone: false,
});
