import type { Exchange, Header } from '../../src/http/exchange.ts';

/** Header fields from `Name: value` lines. */
function fields(lines: readonly string[]): Header[] {
  return lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}

let count = 0;

/** An exchange of an invented recording. A test states only the parts that matter. */
export function exchange(parts: {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly status?: number;
  readonly answer?: readonly string[];
  readonly text?: string;
  readonly at?: number;
}): Exchange {
  count += 1;
  return {
    id: `0:${count}`,
    startedAt: parts.at ?? Date.UTC(2026, 0, 1) + count * 1_000,
    duration: 20,
    destination: 'empty',
    mode: 'cors',
    preflight: false,
    request: {
      method: parts.method ?? 'GET',
      url: parts.url ?? 'https://as.example.com/token',
      headers: fields(parts.headers ?? []),
      headersComplete: true,
      body: parts.body === undefined ? null : { text: parts.body },
    },
    response: {
      status: parts.status ?? 200,
      statusText: '',
      headers: fields(parts.answer ?? []),
      headersComplete: true,
      body: { text: parts.text ?? '' },
    },
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

/** An invented, unsigned token. */
export function inventedJwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}.aW52ZW50ZWQtc2lnbmF0dXJl`;
}
