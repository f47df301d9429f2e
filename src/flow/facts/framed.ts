import { framingRefusal } from '../../http/framing.ts';
import { isRedirect } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';

/** A page of the authorization server that refuses to be shown in a frame. */
export interface RefusedFrame {
  readonly name: string;
  readonly value: string;
}

/** The refusal; null when the message is not in a frame, redirects, or may be framed. */
export function refusedFrame({ exchange }: Message): RefusedFrame | null {
  const { response, destination } = exchange;
  if (destination !== 'iframe' || !response) return null;
  if (isRedirect(response)) return null;
  return framingRefusal(exchange);
}
