import { type HarReadResult, readHar } from '../../src/har/read-har.ts';
import { writeHar } from '../../src/har/write-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording } from '../../src/http/recording.ts';

/** A recording of these exchanges by one recorder or more. */
export function recordingOf(
  exchanges: readonly Exchange[],
  rest: Partial<Recording> = {},
): Recording {
  const count = exchanges.reduce((most, { source }) => Math.max(most, source + 1), 1);
  const sources = Array.from({ length: count }, (_, index) => ({
    file: `${index}.har`,
    recorder: 'Chromium 156 DevTools',
    exchanges: exchanges.filter(({ source }) => source === index).length,
  }));
  return { exchanges, navigations: [], gaps: [], sources, ...rest };
}

/** Reads a text as the file of a Grantscope. */
export function readText(text: string, source = 0): Extract<HarReadResult, { ok: true }> {
  const read = readHar(text, { file: 'a.har', source });
  if (!read.ok) throw new Error(read.message);
  return read;
}

/** What reading a HAR of Grantscope gives back. */
export function readBack(text: string): Recording {
  const { exchanges, own, warnings } = readText(text);
  if (!own || warnings.length > 0) throw new Error(warnings.join('\n') || 'not of Grantscope');
  return { exchanges, ...own };
}

export function written(recording: Recording): string {
  return writeHar(recording, { version: '1.2.3' });
}
