import { header, type ProxiedRequest, type ProxiedResponse } from '../proxy.ts';

/** Whether the request goes there. */
export function isAuthorization({ method, target }: ProxiedRequest): boolean {
  return method === 'GET' && /^\/auth(\?|$)/.test(target);
}

/** Whether the request goes there. */
export function isTokenRequest({ method, target }: ProxiedRequest): boolean {
  return method === 'POST' && target === '/token';
}

/** Whether the request goes there. */
export function isTokenPreflight({ method, target }: ProxiedRequest): boolean {
  return method === 'OPTIONS' && target === '/token';
}

/** An answer of the proxy itself, which the page may read. */
export function answer(
  request: ProxiedRequest,
  status: number,
  type: string,
  text: string,
): ProxiedResponse {
  const headers = [
    ['Content-Type', type],
    ['Cache-Control', 'no-store'],
    ['Access-Control-Allow-Origin', header(request.headers, 'origin') ?? '*'],
    ['Vary', 'Origin'],
    ['Date', new Date().toUTCString()],
  ] as const;
  return { status, headers, body: Buffer.from(text) };
}
