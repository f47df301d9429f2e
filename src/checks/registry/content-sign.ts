import type { Body, Exchange, Header } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
import { originOfUrl, queryOf } from '../../http/url.ts';

/**
 * Header fields whose value a check reads at a request that repeats. Of all others only the name
 * counts: their values, such as numbers of requests, are new in each exchange.
 */
export const READ_FIELDS =
  /^(?:access-control-.*|accept|activate-.*|age|authorization|cache-control|cf-mitigated|content-(?:encoding|security-policy.*|type)|cookie|cross-origin-.*|dpop.*|host|location|mcp-.*|non-authoritative-reason|oauth-.*|origin|pragma|referer|retry-after|sec-.*|server|set-cookie|user-agent|via|www-authenticate|x-frame-options)$/;

/** Of a longer body, only the beginning and the length count. No check reads that far. */
const READ_OF_BODY = 20_000;

/**
 * Equal for two exchanges with the same content: all that a check can read of them except when they
 * took place. A number in place of the text keeps recordings small.
 */
export const contentSign = memoised((exchange: Exchange): number =>
  signOf(exchange, (text) => text),
);

/** The same, without the path and the values of a query that holds no token. */
export const contentSignWithoutPath = memoised((exchange: Exchange): number => {
  const { url } = exchange.request;
  const query = queryOf(url);
  const told = /token/i.test(query)
    ? query
    : query
        .replace(/=[^&]*/g, '')
        .split('&')
        .sort()
        .join('&');
  return signOf(exchange, (text) => (text === url ? `${originOfUrl(url)}?${told}` : text));
});

/** The sign of an exchange whose URL and bodies `write` may change first. */
export function signOf(exchange: Exchange, write: (text: string) => string): number {
  const { request, response, failure, clock } = exchange;
  return numberOf(
    JSON.stringify([
      request.method,
      write(request.url),
      fields(request.headers),
      request.headersComplete,
      request.body && bodyOf(request.body, write),
      response && [
        response.status,
        response.statusText,
        fields(response.headers),
        response.headersComplete,
        bodyOf(response.body, write),
      ],
      failure,
      [exchange.destination, exchange.mode, exchange.preflight, exchange.delivered],
      [exchange.duration === null, exchange.frame, exchange.source, exchange.fromCache],
      [exchange.viaWorker, exchange.beacon, exchange.onDemand, exchange.sentFrom, clock],
      exchange.initiator,
    ]),
  );
}

function fields(headers: readonly Header[]): readonly string[] {
  return headers.flatMap(({ name, value }) => {
    const plain = name.toLowerCase();
    return READ_FIELDS.test(plain) ? [plain, value] : [plain];
  });
}

function bodyOf(body: Body, write: (text: string) => string): unknown {
  if ('unknown' in body) return body;
  const { text, ...rest } = body;
  const written = write(text);
  return [written.slice(0, READ_OF_BODY), written.length, rest];
}

/** So that nobody can make two texts with one number: it differs in each run of Grantscope. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** 53 bits of a text (cyrb53, public domain). */
function numberOf(text: string): number {
  let high = 0xdeadbeef ^ SEED;
  let low = 0x41c6ce57 ^ SEED;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
