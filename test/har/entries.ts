import chromium from '../../src/har/dialects/chromium.ts';
import { entryToExchange, type HarEntryLike, withResponseBody } from '../../src/har/entry.ts';

export const HOST = { name: 'Host', value: 'as.example.com' };

/** An invented GET of the authorization endpoint, with these parts instead. */
export function entry(parts: {
  request?: object;
  response?: object;
  [field: string]: unknown;
}): HarEntryLike {
  const { request, response, ...rest } = parts;
  return {
    startedDateTime: '2026-01-02T03:04:05.678Z',
    time: 12.5,
    ...rest,
    request: {
      method: 'GET',
      url: 'https://as.example.com/authorize',
      headers: [HOST],
      ...request,
    },
    response: { status: 200, statusText: 'OK', headers: [], content: { size: 0 }, ...response },
  };
}

/** The whole exchange, response body included. */
export function convert(value: HarEntryLike, dialect = chromium) {
  const exchange = entryToExchange(value, { id: '0:0', source: 0, dialect });
  return withResponseBody(exchange, value, dialect);
}
