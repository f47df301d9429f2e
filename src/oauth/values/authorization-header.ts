import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';

/** The token of an `Authorization` header (RFC 6750 section 2.1, RFC 9449 section 7.1). */
export interface PresentedToken {
  readonly scheme: 'bearer' | 'dpop';
  readonly token: string;
}

/** The token that a request presents in its header; null when there is none. */
export function authorizationOf({ request }: Exchange): PresentedToken | null {
  const value = headerValue(request.headers, 'authorization');
  const match = value === null ? null : /^(bearer|dpop)\s+(\S.*)$/i.exec(value);
  if (!match?.[1] || !match[2]) return null;
  return { scheme: match[1].toLowerCase() as PresentedToken['scheme'], token: match[2].trim() };
}
