import type { Exchange } from '../http/exchange.ts';

/** Who sent a request, when it was not the inspected page itself: a short word and what it means. */
interface Sender {
  readonly word: string;
  readonly text: string;
}

/** Null for an ordinary request of the inspected page, and when nobody knows. */
export function senderWord({
  destination,
  sentFrom,
  viaWorker,
  onDemand,
  rehearsed,
}: Exchange): Sender | null {
  if (onDemand) return null;
  if (rehearsed?.made)
    return {
      word: 'never sent',
      text: 'Rehearsed by you: Grantscope gave the page this answer, and the request was not sent.',
    };
  if (rehearsed)
    return { word: 'rehearsed by you', text: `You switched this on: ${rehearsed.title}.` };
  if (viaWorker || sentFrom === 'worker' || destination === 'worker')
    return { word: 'service worker', text: 'A worker of the page sent it or answered it.' };
  if (sentFrom === 'popup')
    return { word: 'popup', text: 'A window sent it that the inspected tab opened.' };
  return destination === 'iframe'
    ? { word: 'iframe', text: 'A frame inside the page loaded it.' }
    : null;
}
