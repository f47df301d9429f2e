import { sanitize } from 'har-sanitizer';
import { readHar } from '../../src/har/read-har.ts';
import { writeHar } from '../../src/har/write-har.ts';
import type { Recording } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { prepareReport } from '../../src/report/share.ts';

interface Field {
  readonly name: string;
  readonly value: string;
}

interface Message {
  headers: readonly Field[];
  cookies: readonly Field[];
}

interface Har {
  readonly log: {
    _grantscope?: unknown;
    creator: { name: string; version: string };
    readonly entries: readonly {
      _grantscope?: unknown;
      readonly request: Message & { url: string };
      readonly response: Message & { redirectURL: string };
    }[];
  };
}

/** A program that prepares a HAR for others: HAR in, HAR out. */
export type Sanitizer = (har: string) => Promise<string>;

/** A recording as a browser writes it: without what only Grantscope says. */
export function plainHar(recording: Recording): string {
  const har = JSON.parse(writeHar(recording, { version: '0.0.0' })) as Har;
  delete har.log._grantscope;
  har.log.creator = { name: 'WebInspector', version: '537.36' };
  for (const entry of har.log.entries) delete entry._grantscope;
  return JSON.stringify(har);
}

/** What a HAR holds, for the analysis. */
export function recordingIn(har: string): Recording {
  const read = readHar(har, { file: 'bench.har', source: 0 });
  if (!read.ok) throw new Error(read.message);
  const sources = [{ file: 'bench.har', recorder: read.recorder, exchanges: read.total }];
  const { navigations = [], ...own } = read.own ?? { navigations: [], sources };
  return { ...own, navigations, exchanges: read.exchanges, gaps: read.gaps };
}

/** "Export HAR (sanitized)" of Chrome 130 and later: `front_end/models/har/Log.ts`. */
async function chrome(text: string): Promise<string> {
  const har = JSON.parse(text) as Har;
  for (const { request, response } of har.log.entries) {
    request.cookies = [];
    response.cookies = [];
    request.headers = without(request.headers, /^(?:authorization|cookie)$/i);
    response.headers = without(response.headers, /^set-cookie$/i);
    request.url = request.url.replace(/#.*$/s, '');
  }
  return JSON.stringify(har);
}

function without(headers: readonly Field[], removed: RegExp): readonly Field[] {
  return headers.filter(({ name }) => !removed.test(name));
}

async function grantscope(text: string): Promise<string> {
  const { recording } = await prepareReport(recordingIn(text), DEFAULT_REDACTION);
  return writeHar(recording, { version: '0.0.0' });
}

/** It throws at relative URLs, so it gets absolute ones. */
async function harSanitizer(text: string): Promise<string> {
  const har = JSON.parse(text) as Har;
  for (const { request, response } of har.log.entries) {
    const absolute = (url: string): string => (url === '' ? '' : new URL(url, request.url).href);
    response.redirectURL = absolute(response.redirectURL);
    response.headers = response.headers.map(({ name, value }) => ({
      name,
      value: /^location$/i.test(name) ? absolute(value) : value,
    }));
  }
  return JSON.stringify(await sanitize(har as never));
}

/** What is compared. */
export const SANITIZERS: Readonly<Record<string, Sanitizer>> = {
  'raw HAR': async (har) => har,
  'Chrome, sanitized HAR': chrome,
  'har-sanitizer 2.0.0': harSanitizer,
  Grantscope: grantscope,
};
