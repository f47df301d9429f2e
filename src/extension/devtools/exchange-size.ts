import type { Body, Exchange, Header } from '../../http/exchange.ts';

/** What an exchange takes beside its texts: objects, and what the analysis derives from it. */
const OVERHEAD = 1_000;
const PER_HEADER = 40;

function bodySize(body: Body | null | undefined): number {
  return body && 'text' in body ? body.text.length : 0;
}

function headersSize(headers: readonly Header[]): number {
  return headers.reduce((sum, { name, value }) => sum + PER_HEADER + name.length + value.length, 0);
}

/** About how many bytes of memory an exchange takes. */
export function exchangeSize({ request, response }: Exchange): number {
  return (
    OVERHEAD +
    request.url.length +
    headersSize(request.headers) +
    bodySize(request.body) +
    headersSize(response?.headers ?? []) +
    bodySize(response?.body)
  );
}
