import type { Recording } from '../http/recording.ts';
import { GRANTSCOPE } from './own/grantscope-name.ts';
import { writtenBrowser } from './own/written-browser.ts';
import { writtenEntry } from './own/written-entry.ts';
import { writtenPages } from './own/written-pages.ts';

/** What a HAR says of itself. */
export interface HarWriting {
  /** Version of Grantscope. */
  readonly version: string;
  /** HAR 1.2 `log.comment`. */
  readonly comment?: string;
}

/**
 * Writes a recording as HAR 1.2, one entry a line. What HAR cannot say is in `_grantscope`, so that
 * reading the file gives the same recording. It writes the values that it is given: redact them
 * first.
 */
export function writeHar(recording: Recording, writing: HarWriting): string {
  return [...harPieces(recording, writing)].join('');
}

/** The same text in pieces, one for each entry, so that a caller can pause in between. */
export function* harPieces(recording: Recording, writing: HarWriting): Generator<string> {
  const { exchanges, navigations, gaps, sources, redaction, rehearsals = [] } = recording;
  const { pages, of } = writtenPages(exchanges);
  const note = {
    version: 1,
    sources,
    navigations,
    gaps,
    ...(rehearsals.length > 0 ? { rehearsals } : {}),
    ...(redaction ? { redaction } : {}),
  };
  const browser = writtenBrowser(exchanges);
  const head = [
    '"version":"1.2"',
    `"creator":${JSON.stringify({ name: GRANTSCOPE, version: writing.version })}`,
    ...(browser === null ? [] : [`"browser":${JSON.stringify(browser)}`]),
    ...(writing.comment === undefined ? [] : [`"comment":${JSON.stringify(writing.comment)}`]),
    `"_grantscope":${JSON.stringify(note)}`,
    `"pages":${JSON.stringify(pages)}`,
  ];
  yield `{"log":{\n${head.join(',\n')},\n"entries":[`;
  for (const [index, exchange] of exchanges.entries()) {
    const entry = JSON.stringify(writtenEntry(exchange, of[index] ?? null));
    yield `${index === 0 ? '' : ','}\n${entry}`;
  }
  yield '\n]}}\n';
}
