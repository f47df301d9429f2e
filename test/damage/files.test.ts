import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import html from '../../src/report/formats/html.ts';
import { prepareReport, writeReport } from '../../src/report/share.ts';
import { recordingOf, written as writtenHar } from '../har/round-trip.ts';
import { login } from '../helpers/exchanges.ts';
import { readRealLife } from '../helpers/real-life.ts';
import { harText } from '../hostile/har-text.ts';
import { reports, snapshotOf } from '../hostile/recordings.ts';
import { damagedJson } from './damage.ts';
import { expectShown } from './shown.ts';

const FILE = 'damaged.har';
/** Of so many files, one is also written in every format, and one redacted and scanned. */
const WRITTEN = 5;
const SHARED = 25;

const realLife = (name: string) =>
  readRealLife(readFileSync(join(import.meta.dirname, `../real-life/${name}.http`), 'utf8')).har;

const FILES: readonly (readonly [string, string])[] = [
  ['of a login', harText(login())],
  ['written by Grantscope', writtenHar(recordingOf(login()))],
  ['of a request that failed', realLife('troubleshooting/authorize-500')],
  ['of a refused call', realLife('troubleshooting/api-rate-limited')],
];

describe.each(FILES)('a damaged file %s', (_, text) => {
  it('is read as far as it goes, or refused with its name; nothing crashes', async () => {
    let count = 0;
    const property = fc.asyncProperty(damagedJson(JSON.parse(text)), async (damaged) => {
      const result = readHar(damaged, { file: FILE, source: 0 });
      if (!result.ok) {
        expect(result.message).toContain(FILE);
        expect(result.message.length).toBeLessThan(1_000);
        return;
      }
      const snapshot = snapshotOf(result.exchanges);
      expectShown(snapshot);
      count += 1;
      if (count % WRITTEN === 0) reports(snapshot);
      if (count % SHARED !== 0) return;
      // A file that holds a part of a secret in another place may be refused.
      const prepared = await prepareReport(recordingOf(result.exchanges), DEFAULT_REDACTION);
      expect(writeReport(prepared, html)).toHaveProperty('ok');
    });
    await fc.assert(property, { numRuns: 1_000 });
  }, 240_000);
});
