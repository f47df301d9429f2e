import type { Exchange, HttpResponse } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { responseCookies } from '../../http/set-cookie.ts';
import { providerAt } from './hosts.ts';
import { providers } from './index.ts';
import type { Mark, Provider } from './provider.ts';

/** Marks are in the head of a page. */
const MAX_MARKUP = 20_000;

const marked = providers.filter(({ marks = [] }) => marks.length > 0);

/** The provider that answered, identified by its host or else by its marks. */
export function providerOf(exchange: Exchange | null): Provider | null {
  if (exchange === null) return null;
  const atHost = providerAt(exchange.request.url);
  if (atHost) return atHost;
  return marked.find(({ marks = [] }) => marks.some((mark) => carries(exchange, mark))) ?? null;
}

/**
 * Whether hosts or marks identify this provider. Without them, another server may use the same
 * words, so the provider's name is not shown.
 */
export function isIdentifiable({ hosts, marks }: Provider): boolean {
  return hosts !== undefined || marks !== undefined;
}

function carries(exchange: Exchange, mark: Mark): boolean {
  const { request, response } = exchange;
  switch (mark.in) {
    case 'url':
      return mark.pattern.test(request.url);
    case 'header':
      return headerValue(response?.headers ?? [], mark.name) !== null;
    case 'cookie':
      return responseCookies(exchange).some(({ name }) => name === mark.name);
    case 'markup':
      return mark.pattern.test(markupOf(response));
  }
}

function markupOf(response: HttpResponse | null): string {
  return response && 'text' in response.body ? response.body.text.slice(0, MAX_MARKUP) : '';
}
