import type { Body, Exchange } from '../../src/http/exchange.ts';

const textOf = (body: Body): string => ('text' in body ? body.text : '');

function entryOf({ request, response, startedAt, duration, destination }: Exchange): object {
  const { method, url, headers, body } = request;
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: duration ?? 0,
    _resourceType: destination === 'document' ? 'document' : 'fetch',
    request: {
      method,
      url,
      headers,
      ...(body && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: textOf(body) },
      }),
    },
    response: response && {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
      content: { size: textOf(response.body).length, text: textOf(response.body) },
    },
  };
}

/** The exchanges as a HAR file, one entry a line. */
export function harText(exchanges: readonly Exchange[]): string {
  const entries = exchanges.map((exchange) => JSON.stringify(entryOf(exchange)));
  return `{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"entries":[\n${entries.join(',\n')}\n]}}\n`;
}
