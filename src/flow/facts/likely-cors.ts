import { originOf } from '../../http/cors-request.ts';
import { originOfUrl } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';
import { CALL_KINDS, isCorsBlock, localCallOf } from './cors-call.ts';

/**
 * The origin of the page whose call was blocked without an answer and without a preflight, when CORS
 * is the most likely reason; null when it is not. Without a text for the failure, Firefox and
 * Chromium blocked the request by another rule.
 */
export function likelyCorsOrigin(message: Message, flow: Flow): string | null {
  const { exchange, preflight, kind } = message;
  const { destination, mode, failure, request } = exchange;
  if (!CALL_KINDS.includes(kind) || exchange.response !== null || preflight !== null) return null;
  if (destination === 'document' || destination === 'iframe') return null;
  if (mode !== 'cors' && mode !== 'unknown') return null;
  if (!isCorsBlock(failure) || failure?.text === null || localCallOf(message) !== null) return null;
  const target = originOfUrl(request.url);
  const page = originOf(exchange) ?? originOfUrl(flow.request?.effective('redirect_uri') ?? '');
  if (target === null || page === null || page === target) return null;
  const mixed = page.startsWith('https:') && target.startsWith('http:');
  return mixed && failure?.reason === 'blocked' ? null : page;
}
