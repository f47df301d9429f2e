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

const CREATORS: readonly (readonly [RegExp, Recorder, string | null])[] = [
  [/^WebInspector$/i, 'chromium', 'Chromium DevTools'],
  [/^Firefox/i, 'firefox', null],
  [/^WebKit/i, 'browser', 'Safari Web Inspector'],
  [/^(?:Playwright|puppeteer|chrome-har|browsertime|sitespeed)/i, 'browser', null],
];

/** HAR 1.2 `creator`, or, when nobody signed, the shape of an entry. */
export function dialectOf({ creator }: LogHead, sample: unknown): Dialect {
  if (creator.name === '') return dialectOfEntry(sample);
  const known = CREATORS.find(([pattern]) => pattern.test(creator.name));
  const signed = creator.version === '' ? creator.name : `${creator.name} ${creator.version}`;
  return { recorder: known?.[1] ?? 'other', name: known?.[2] ?? signed };
}

/** Tells the DevTools of the two browser families by the fields that only they write. */
function dialectOfEntry(entry: unknown): Dialect {
  const fields: Loose = isRecord(entry) ? entry : {};
  if (asText(fields._securityState) !== null) return { recorder: 'firefox', name: 'Firefox' };
  const response = isRecord(fields.response) ? fields.response : {};
  if (asText(fields._resourceType) !== null && '_error' in response) {
    return { recorder: 'chromium', name: 'Chromium DevTools' };
  }
  return { recorder: 'other', name: 'unknown' };
}
