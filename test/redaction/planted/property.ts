import { analyseRecording } from '../../../src/analysis/analyse-recording.ts';
import { readHar } from '../../../src/har/read-har.ts';
import type { Recording } from '../../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../../src/redaction/redaction-options.ts';
import { formats } from '../../../src/report/all-formats.ts';
import { diagnosisDifferences } from '../../../src/report/same-diagnosis.ts';
import { prepareReport, writeReport } from '../../../src/report/share.ts';
import { writeAfterScan } from '../../../src/report/write-after-scan.ts';
import type { Planted } from './plan.ts';
import { nothingKnown, valuesIn } from './scanner.ts';

/** What is wrong with sharing a recording; empty when nothing is. */
export async function faultsOfSharing({ recording, sought }: Planted): Promise<readonly string[]> {
  const before = await analyseRecording(recording);
  const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, before);
  const faults = prepared.differences.map(({ text }) => `differs: ${text}`);
  const known = nothingKnown();
  for (const [name, format] of formats) {
    const report = writeReport(prepared, format);
    if (!report.ok) {
      for (const { name: value, encoding } of report.refused) {
        faults.push(`${name} is refused: ${value}, ${encoding}`);
      }
    }
    const text = report.ok ? report.text : format.write(prepared, {});
    for (const what of valuesIn(text, sought, known)) faults.push(`${name} shows: ${what}`);
    if (name !== 'har') continue;
    const after = await analyseRecording(reopened(text));
    for (const difference of diagnosisDifferences(before, after, (one) => prepared.name(one))) {
      faults.push(`reopened, differs: ${difference.text}`);
    }
  }
  for (const [name, format] of formats) {
    if (format.withoutData !== true) continue;
    const request = { recording, redaction: DEFAULT_REDACTION, format, original: before };
    const { report } = await writeAfterScan(request);
    if (!report.ok) faults.push(`${name} in words is refused`);
    else {
      const shown = valuesIn(report.text, sought, known);
      for (const what of shown) faults.push(`${name} in words shows: ${what}`);
    }
  }
  return [...new Set(faults)];
}

function reopened(har: string): Recording {
  const read = readHar(har, { file: 'redacted.har', source: 0 });
  if (!read.ok || !read.own) throw new Error('the HAR is not read as one of Grantscope');
  return { ...read.own, exchanges: read.exchanges, gaps: read.gaps };
}
