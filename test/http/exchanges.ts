import type { Exchange, Header } from '../../src/http/exchange.ts';

/** Header fields from `Name: value` lines. */
export function fields(...lines: readonly string[]): Header[] {
  return lines.map((line) => {
    const colon = line.indexOf(':', 1);
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}

/** An exchange. A test states only the parts that matter. */
export function exchange(parts: {
  readonly method?: string;
  readonly url?: string;
  readonly request?: readonly string[];
  readonly body?: Exchange['request']['body'];
  readonly response?: readonly string[];
  readonly initiator?: string;
}): Exchange {
  return {
    id: '1',
    startedAt: 0,
    duration: null,
    destination: 'empty',
    mode: 'cors',
    preflight: false,
    request: {
      method: parts.method ?? 'GET',
      url: parts.url ?? 'https://server.example.com/token',
      headers: fields(...(parts.request ?? [])),
      headersComplete: true,
      body: parts.body ?? null,
    },
    response: parts.response
      ? {
          status: 200,
          statusText: 'OK',
          headers: fields(...parts.response),
          headersComplete: true,
          body: { text: '' },
        }
      : null,
    failure: null,
    delivered: null,
    initiator: parts.initiator ?? null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}
