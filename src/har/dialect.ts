import { asText, isRecord, type Loose } from './loose.ts';
import type { LogHead } from './schema.ts';

/**
 * Whose habits an entry has: Chromium's DevTools (Chrome, Edge), Firefox's, another recorder inside
 * a browser (Safari, Playwright, Puppeteer), or a proxy or API client.
 */
export type Recorder = 'chromium' | 'firefox' | 'browser' | 'other';

/** Who wrote a HAR file, for the reader and for people. */
export interface Dialect {
  readonly recorder: Recorder;
  readonly name: string;
}

/** The name of a recorder that nothing tells. */
export const UNKNOWN = 'unknown';

const CREATORS: readonly (readonly [RegExp, Recorder, string | null])[] = [
  [/^WebInspector$/i, 'chromium', 'Chromium DevTools'],
  [/^Firefox/i, 'firefox', null],
  [/^WebKit/i, 'browser', 'Safari Web Inspector'],
  [/^(?:Playwright|puppeteer|chrome-har|browsertime|sitespeed)/i, 'browser', null],
];

/** Finds out who wrote a document: by its signature, else by the shape of its first entry. */
export class DialectGuess {
  #dialect: Dialect | null = null;

  /** HAR 1.2 `creator`. */
  signed({ creator }: LogHead): void {
    if (creator.name === '') return;
    const known = CREATORS.find(([pattern]) => pattern.test(creator.name));
    const signed = creator.version === '' ? creator.name : `${creator.name} ${creator.version}`;
    this.#dialect = { recorder: known?.[1] ?? 'other', name: known?.[2] ?? signed };
  }

  look(entry: unknown): void {
    this.#dialect ??= dialectOfEntry(entry);
  }

  get dialect(): Dialect {
    return this.#dialect ?? { recorder: 'other', name: UNKNOWN };
  }
}

/** Tells the DevTools of the two browser families by the fields that only they write. */
function dialectOfEntry(entry: unknown): Dialect {
  const fields: Loose = isRecord(entry) ? entry : {};
  if (asText(fields._securityState) !== null) return { recorder: 'firefox', name: 'Firefox' };
  const response = isRecord(fields.response) ? fields.response : {};
  if (asText(fields._resourceType) !== null && '_error' in response) {
    return { recorder: 'chromium', name: 'Chromium DevTools' };
  }
  return { recorder: 'other', name: UNKNOWN };
}
