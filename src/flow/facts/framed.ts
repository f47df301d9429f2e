import { isCrossOrigin } from '../../http/cors-request.ts';
import type { Exchange } from '../../http/exchange.ts';
import { framingRefusal } from '../../http/framing.ts';
import { headerValue } from '../../http/headers.ts';
import { isRedirect } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';

/** A page of the authorization server that refuses to be shown in a frame. */
export interface RefusedFrame {
  readonly name: string;
  readonly value: string;
}

/** Whether the page around the frame has the origin of the frame, as far as the request tells. */
function isInOwnPage(exchange: Exchange): boolean {
  const site = headerValue(exchange.request.headers, 'sec-fetch-site')?.toLowerCase();
  return site === undefined ? isCrossOrigin(exchange) === false : site === 'same-origin';
}

/** The refusal; null when the message is not in a frame, redirects, or may be framed. */
export function refusedFrame({ exchange }: Message): RefusedFrame | null {
  const { response, destination } = exchange;
  if (destination !== 'iframe' || !response) return null;
  if (isRedirect(response)) return null;
  const refusal = framingRefusal(exchange);
  return refusal?.allowsOwnOrigin && isInOwnPage(exchange) ? null : refusal;
}
