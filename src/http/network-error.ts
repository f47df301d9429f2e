import type { FailureReason } from './exchange.ts';

/** Who can change what failed. `server` is whoever runs the server that was called. */
type FailingPart = 'server' | 'client' | 'browser' | 'network' | 'user';

/**
 * What one or more names of browsers and other recorders stand for. In the texts, `{server}` is the
 * host and port that was called.
 */
export interface NetworkError {
  readonly reason: FailureReason;
  /** As they are written, without `net::`. A name that ends in `*` stands for all that begin so. */
  readonly names: readonly string[];
  /** Sentences of recorders that write no name. */
  readonly phrases?: RegExp;
  /** Sentences that HTTP libraries write too, so that they mean the same on a page. */
  readonly libraries?: RegExp;
  /** In a list: `certificate out of date`. */
  readonly word: string;
  /** Sentence case, no full stop, at most 80 characters. */
  readonly title: string;
  /** The rest of a sentence that begins with the method and the URL. */
  readonly means: string;
  readonly part: FailingPart;
  readonly fix: string;
}

/** The rows of `network-errors/`, one file for each kind of failure. */
const ROWS: readonly NetworkError[] = Object.values(
  import.meta.glob<readonly NetworkError[]>('./network-errors/*.ts', {
    eager: true,
    import: 'default',
  }),
).flat();

const EXACT = new Map<string, NetworkError>();
const FAMILIES: { readonly prefix: string; readonly row: NetworkError }[] = [];
for (const row of ROWS) {
  for (const name of row.names) {
    if (name.endsWith('*')) FAMILIES.push({ prefix: name.slice(0, -1), row });
    else EXACT.set(name, row);
  }
}
FAMILIES.sort((a, b) => b.prefix.length - a.prefix.length);

/** `ERR_CONNECTION_RESET`, `ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`, `ECONNREFUSED`. */
const NAME = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:\.[A-Za-z]+)?|\bE[A-Z]{4,}\b/g;
const MAX_TEXT = 400;
const MAX_PAGE = 4_000;
const MAX_NAMES = 40;

/** What the error text of a browser or of another recorder stands for; null when nobody knows. */
export function networkError(text: string | null): NetworkError | null {
  const bounded = (text ?? '').slice(0, MAX_TEXT);
  return (
    byName(bounded) ??
    ROWS.find(({ phrases, libraries }) => phrases?.test(bounded) || libraries?.test(bounded)) ??
    null
  );
}

/** What the words of an HTTP library on a page stand for; null when there are none. */
export function libraryError(page: string): NetworkError | null {
  const bounded = page.slice(0, MAX_PAGE);
  return byName(bounded) ?? ROWS.find(({ libraries }) => libraries?.test(bounded)) ?? null;
}

/** The reason behind an error text. */
export function failureReason(text: string): FailureReason {
  return networkError(text)?.reason ?? 'unknown';
}

/** The row of the first known name. Exact names come before families. */
function byName(text: string): NetworkError | null {
  const names = (text.match(NAME) ?? []).slice(0, MAX_NAMES);
  for (const name of names) {
    const row = EXACT.get(name) ?? EXACT.get(name.split('.', 1)[0] ?? '');
    if (row) return row;
  }
  for (const name of names) {
    const family = FAMILIES.find(({ prefix }) => name.startsWith(prefix));
    if (family) return family.row;
  }
  return null;
}
