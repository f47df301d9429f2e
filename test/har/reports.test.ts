import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { login } from '../helpers/exchanges.ts';
import { recordingOf, written } from './round-trip.ts';

const RECORDING = recordingOf(login(), {
  redaction: { version: 1, placeholders: [], signatures: {}, hides: ['Names are ‹replaced›.'] },
});
const HAR = written(RECORDING);
const REPORT = { schema: 2, sources: [{ file: 'a.har', recorder: 'x' }], flows: [{}], gaps: [] };
const OPTIONS = { file: 'report', source: 0 };

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** An HTML report with this in its link. */
function page(data: string, { more = '', before = '' } = {}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><style>a{color:red}</style></head><body>
${before}<p>&lt;a href="data:application/json;base64,e30="> {"log":{"entries":[]}}</p>
<a href="https://example.com/">docs</a>
<a download="recording.har" ${more} href="data:application/json;base64,${data}" id="recording">HAR</a>
</body></html>`;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(text: string, size = 1_000) {
  const read = await readHarStream(pieces(new TextEncoder().encode(text), size), OPTIONS);
  if (!read.ok) throw new Error(read.message);
  return read;
}

describe('the recording in a report is opened again', () => {
  const files: Readonly<Record<string, string>> = {
    'a JSON report': JSON.stringify({ ...REPORT, recording: JSON.parse(HAR) }, null, 2),
    'a JSON report that begins with its recording': `{"recording":${HAR},"schema":2,"flows":[]}`,
    'a JSON report of a newer schema': JSON.stringify({
      ...REPORT,
      schema: 99,
      recording: JSON.parse(HAR),
    }),
    'an HTML report': page(base64(HAR)),
    'an HTML report with its data in lines': page(base64(HAR).replace(/.{76}/g, '$&\n')),
    'an HTML report after a comment': `<!-- Grantscope -->${page(base64(HAR))}`,
  };

  it.each(Object.entries(files))('%s', async (_, text) => {
    for (const size of [7, 1_000, 1e9]) {
      const { own, exchanges, warnings, recorder, gaps } = await readAll(text, size);
      expect({ exchanges, ...own }).toEqual(RECORDING);
      expect({ warnings, recorder, gaps }).toEqual({
        warnings: [],
        recorder: 'Grantscope 1.2.3',
        gaps: [],
      });
    }
  });

  it.each([1, 2, 3, 4, 5])('whatever the length of its data: %i', async (length) => {
    const text = page(base64(`${HAR}${' '.repeat(length)}`));
    expect((await readAll(text)).exchanges).toEqual(RECORDING.exchanges);
  });
});

it('an HTML report that is cut off is read as far as it goes', async () => {
  const text = page(base64(HAR));
  const read = await readAll(text.slice(0, Math.floor(text.length * 0.6)));
  expect(read.exchanges.length).toBeGreaterThan(0);
  expect(read.exchanges).toEqual(RECORDING.exchanges.slice(0, read.exchanges.length));
  expect(read.gaps.map(({ kind }) => kind)).toEqual(['truncated-file']);
});

it.each([
  [
    JSON.stringify({ ...REPORT, schema: 1 }),
    'report is not a HAR: it is a report of an older Grantscope. It does not hold the recording that it was made of. Open the HAR file instead.',
  ],
  [
    JSON.stringify({ ...REPORT, schema: 3 }),
    'report is not a HAR: it is a Grantscope report without a recording that this version can read. Open it with the version that wrote it, or open the HAR file instead.',
  ],
  [page('%%%'), 'report is an HTML or XML page, not a HAR'],
  [page(base64('{}')), 'report is an HTML or XML page, not a HAR'],
  ['<html><body>Log: {"log":{"entries":[]}}', 'report is an HTML or XML page, not a HAR'],
])('a report without a recording is refused: %#', (text, message) => {
  expect(readHar(text, OPTIONS)).toEqual({ ok: false, message, at: null });
});
