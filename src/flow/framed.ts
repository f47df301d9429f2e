import { framingRefusal } from '../http/framing.ts';
import type { Message } from '../oauth/message.ts';

/** A page of the authorization server that a frame was to show and that refuses to be framed. */
export interface RefusedFrame {
  readonly name: string;
  readonly value: string;
}

/** The refusal, or null when the message is in no frame, redirects, or may be framed. */
export function refusedFrame({ exchange }: Message): RefusedFrame | null {
  const { response, destination } = exchange;
  if (destination !== 'iframe' || !response) return null;
  if (response.status >= 300 && response.status < 400) return null;
  return framingRefusal(exchange);
}
