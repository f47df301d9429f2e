import { brandOf } from './brand.ts';
import type { LogHead } from './log-head.ts';
import { asText, isRecord, type Loose } from './loose.ts';

/**
 * Whose habits an entry has: Chromium's DevTools (Chrome, Edge), Firefox's, Safari's, one that
 * listens to Chromium's debugging protocol (Puppeteer), another recorder inside a browser
 * (Playwright), or a proxy or API client.
 */
export type Recorder = 'chromium' | 'firefox' | 'safari' | 'puppeteer' | 'browser' | 'other';

/** Who wrote a HAR file, for the reader and for people. */
export interface Dialect {
  readonly recorder: Recorder;
  readonly name: string;
  /** Its times are those of the export, not of the requests. */
  readonly undated?: boolean;
}

/** The name of a recorder that nothing tells. */
export const UNKNOWN = 'unknown';

/** Whose signature it is, and what people call it when they do not call it so. */
const CREATORS: readonly (readonly [RegExp, Recorder, string | null])[] = [
  [/^WebInspector$/i, 'chromium', 'Chromium DevTools'],
  [/^Firefox/i, 'firefox', null],
  [/^WebKit/i, 'safari', 'Safari Web Inspector'],
  [/^(?:puppeteer|chrome-har|browsertime|sitespeed)/i, 'puppeteer', null],
  [/^Playwright/i, 'browser', null],
  [/\bk6 Browser Recorder$/i, 'browser', null],
];

const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['Insomnia REST Client', 'Insomnia'],
  ['k6-studio', 'k6 Studio'],
]);

/** Entries in which the brand of a Chromium is looked for. */
const MAX_LOOKS = 100;

const NOT_TOLD: Dialect = { recorder: 'other', name: UNKNOWN };

/** Finds out who wrote a document: by its signature, else by the shape of its first entry. */
export class DialectGuess {
  #dialect: Dialect | null = null;
  #brand: string | null = null;
  #looks = 0;

  /** HAR 1.2 `creator`. */
  signed({ creator }: LogHead): void {
    if (creator.name === '') return;
    const known = CREATORS.find(([pattern]) => pattern.test(creator.name));
    const product = PRODUCTS.get(creator.name) ?? creator.name;
    // Insomnia writes `insomnia.desktop.app:v9.3.2`.
    const version = creator.version.replace(/^[a-z.]+:v/, '');
    const signed = version === '' ? product : `${product} ${version}`;
    this.#dialect = this.#branded({
      recorder: known?.[1] ?? 'other',
      name: known?.[2] ?? signed,
      undated: product === 'Insomnia',
    });
  }

  look(entry: unknown): void {
    this.#dialect ??= dialectOfEntry(entry);
    if (this.#dialect.recorder !== 'chromium' || this.#brand || this.#looks >= MAX_LOOKS) return;
    this.#looks += 1;
    this.#brand = brandOf(entry);
    this.#dialect = this.#branded(this.#dialect);
  }

  get dialect(): Dialect {
    return this.#dialect ?? NOT_TOLD;
  }

  #branded(dialect: Dialect): Dialect {
    if (dialect.recorder !== 'chromium' || this.#brand === null) return dialect;
    return { ...dialect, name: `${this.#brand} DevTools` };
  }
}

/** Tells recorders by the fields that only they write. */
function dialectOfEntry(entry: unknown): Dialect {
  const fields: Loose = isRecord(entry) ? entry : {};
  if (asText(fields._securityState) !== null) return { recorder: 'firefox', name: 'Firefox' };
  const response = isRecord(fields.response) ? fields.response : {};
  if ('_monotonicTime' in fields) return { recorder: 'browser', name: 'Playwright' };
  if ('_charlesStatus' in response) return { recorder: 'other', name: 'Charles Proxy' };
  if (asText(fields._resourceType) !== null && '_error' in response) {
    return { recorder: 'chromium', name: 'Chromium DevTools' };
  }
  return { recorder: 'other', name: UNKNOWN };
}
