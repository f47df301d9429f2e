import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { defineKind, type Lanes } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { NO_PARAMS } from '../values/params.ts';
import { isCollector } from '../vetoes.ts';

/** A CORS preflight without its request, usually because the preflight failed. */
export interface Preflight extends MessageBase {
  readonly kind: 'preflight';
}

declare module '../message.ts' {
  interface MessageTypes {
    preflight: Preflight;
  }
}

function recognisePreflight({ exchange }: ExchangeView): Preflight | null {
  if (!exchange.preflight) return null;
  return { kind: 'preflight', exchange, params: NO_PARAMS, preflight: null };
}

/** The lanes of the request that it is for: to the flow's server, or to an API. */
function lanesOf(exchange: Exchange, server: string | null): Lanes {
  const { url } = exchange.request;
  const isApi = server === null ? isForToken(exchange) : originOfUrl(url) !== originOfUrl(server);
  return ['user agent', isApi ? 'resource server' : 'authorization server'];
}

/**
 * Whether the page asks to send a token, so that the request would belong to OAuth. What collects
 * telemetry takes API keys in the same header.
 */
export function isForToken({ request }: Exchange): boolean {
  if (isCollector(request.url)) return false;
  const asked = headerValue(request.headers, 'access-control-request-headers') ?? '';
  return /(?:^|[,\s])(?:authorization|dpop)(?:[,\s]|$)/i.test(asked);
}

const SERVER =
  /\/\.well-known\/(?:openid-configuration|oauth-)|\/oauth2?\/|\/openid-connect\/|\/connect\/token$/i;

/** Whether the request is for a document or an endpoint of an authorization server. */
function isForServer({ request }: Exchange): boolean {
  return SERVER.test(withoutQuery(request.url));
}

export default defineKind({
  kind: 'preflight',
  word: 'CORS preflight',
  lanes: lanesOf,
  sentBy: 'script',
  rank: 6,
  turn: 'first',
  before: ['fedcm-request'],
  recognise: recognisePreflight,
  judgedAlone: ({ exchange }) => isForToken(exchange) || isForServer(exchange),
  shownAlone: false,
  leadsToTokens: true,
  purposeOf: ({ exchange: { request } }) =>
    `${headerValue(request.headers, 'access-control-request-method') ?? 'GET'} ${withoutQuery(request.url)}`,
  grant: { of: 'use', is: 'api_call' },
});
