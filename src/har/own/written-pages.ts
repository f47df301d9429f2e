import type { Exchange } from '../../http/exchange.ts';
import { isRedirect } from '../../http/status.ts';
import { isoTime } from './iso-time.ts';

/** HAR 1.2 `pages`, and the page of each exchange by its place; null before the first page. */
export interface WrittenPages {
  readonly pages: readonly object[];
  readonly of: readonly (string | null)[];
}

/** A page begins with a document, or with the redirects that lead to it. */
export function writtenPages(exchanges: readonly Exchange[]): WrittenPages {
  const pages: object[] = [];
  let redirected = false;
  const of = exchanges.map((exchange) => {
    if (exchange.destination === 'document') {
      if (!redirected) pages.push(pageOf(exchange, pages.length + 1));
      redirected = exchange.response !== null && isRedirect(exchange.response);
    }
    return pages.length === 0 ? null : idOf(pages.length);
  });
  return { pages, of };
}

function pageOf({ startedAt, request }: Exchange, index: number): object {
  return {
    startedDateTime: isoTime(startedAt),
    id: idOf(index),
    title: request.url,
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  };
}

const idOf = (index: number): string => `page_${index}`;
