import { framingRefusal } from '../../http/framing.ts';
import { isRedirect } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';

/** A page of the authorization server that a frame was to show and that refuses to be framed. */
export interface RefusedFrame {
  readonly name: string;
  readonly value: string;
}

/** The refusal, or null when the message is in no frame, redirects, or may be framed. */
export function refusedFrame({ exchange }: Message): RefusedFrame | null {
  const { response, destination } = exchange;
  if (destination !== 'iframe' || !response) return null;
  if (isRedirect(response)) return null;
  return framingRefusal(exchange);
}
