import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import { queryOf } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { formParams, type Params } from '../../oauth/values/params.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import {
  type ClientLibrary,
  libraryIn,
  libraryOfAgent,
} from '../../providers/registry/client-libraries.ts';
import type { Flow } from '../flow.ts';

const MAX_TEXT = 80;

/** The library of the client, where one of its requests names it; null when none does. */
export const clientLibrary = memoised(({ messages }: Flow): ClientLibrary | null => {
  for (const message of messages) {
    const named = namedBy(message);
    if (named) return named;
  }
  return null;
});

/** Name and version of a library, as users read them. */
export function libraryText({ name, version }: ClientLibrary): string {
  return [name, version].filter(Boolean).join(' ').slice(0, MAX_TEXT);
}

function namedBy(message: Message): ClientLibrary | null {
  const { exchange, params } = message;
  if (message.kind === 'authorization-response' || message.kind === 'landing') return null;
  const { headers, url } = exchange.request;
  const query = formParams(queryOf(url));
  const header = (name: string): string | null => headerValue(headers, name);
  const named = libraryIn((name) => valueNamed(params, name) ?? valueNamed(query, name), header);
  if (named || message.kind !== 'token-request' || isFromPage(message)) return named;
  return libraryOfAgent(header('user-agent') ?? '');
}

function valueNamed({ pairs }: Params, wanted: string): string | null {
  return pairs.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;
}
