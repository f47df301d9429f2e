import { describe, expect, test } from 'vitest';
import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Recording } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import asHar from '../../src/report/formats/har.ts';
import asMarkdown from '../../src/report/formats/markdown.ts';
import { diagnosisDifferences } from '../../src/report/same-diagnosis.ts';
import { prepareReport, writeReport, writeReportInTurns } from '../../src/report/share.ts';
import { recordingWith, released } from '../helpers/shared-report.ts';
import { exchange } from '../redaction/recordings.ts';
import { cleanLogin, failingLogin, SECRETS } from './flows.ts';

const recording = recordingWith(failingLogin());

/** The recording in a finished report. */
function reopened(text: string, file: string): Recording {
  const har = readHar(text, { file, source: 0 });
  if (!har.ok || !har.own) throw new Error('It cannot be opened.');
  return { ...har.own, exchanges: har.exchanges };
}

describe('a report that is opened again', () => {
  test.each(['har', 'json', 'html'])('as %s gives the same diagnosis', async (name) => {
    const format = formats.get(name);
    const original = await analyseRecording(recording);
    const text = released(await prepareReport(recording, DEFAULT_REDACTION), format);
    const again = reopened(text, `report.${name}`);
    expect(diagnosisDifferences(original, await analyseRecording(again))).toEqual([]);
  });

  test('keeps the names of its placeholders, and what is new is replaced', async () => {
    const text = released(await prepareReport(recording, DEFAULT_REDACTION), asHar);
    const first = reopened(text, 'report.har');
    const added = exchange({ url: 'https://as.example.com/me?code=n3wC0de-77120-kLmNoPq' });
    const whole = { ...first, exchanges: [...first.exchanges, { ...added, id: '0:added' }] };
    const prepared = await prepareReport(whole, DEFAULT_REDACTION);
    const known = first.redaction?.placeholders ?? [];
    const names = prepared.recording.redaction.placeholders.map(({ name }) => name);
    expect(names.slice(0, known.length)).toEqual(known.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    const markdown = released(prepared, asMarkdown);
    expect(markdown).toContain('code=‹code-1›&state=‹state-1›');
    expect(JSON.stringify(prepared.recording)).not.toContain('n3wC0de');
  });
});

test('a flow whose analysis would change is written as it was, without its values', async () => {
  const other = await analyseRecording(recordingWith(cleanLogin()));
  const original = await analyseRecording(recording);
  // As if redaction had changed the diagnosis.
  const before = {
    ...original,
    flows: original.flows.map((one) => ({ ...one, outcome: 'unfinished' as const })),
  };
  const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, before);
  expect(other.flows).toHaveLength(1);
  expect(prepared.differences.map(({ text }) => text)).toEqual([
    'Flow 1 (authorization_code) has another outcome: failed instead of unfinished.',
  ]);
  const text = released(prepared, asMarkdown);
  expect(text).toContain('unfinished');
  for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
  expect(prepared.recording.redaction.hides.join(' ')).toContain('has another outcome');
});

test('a report that would show a value is refused with its place', async () => {
  const prepared = await prepareReport(recording, DEFAULT_REDACTION);
  const leaking = { write: () => `first line\nand ${SECRETS.code} here` };
  const report = writeReport(prepared, leaking);
  expect(report).toMatchObject({
    ok: false,
    refused: [expect.objectContaining({ name: '‹code-1›', line: 2, column: 5 })],
  });
});

test('the scan of a long report ends when it is cancelled', async () => {
  const prepared = await prepareReport(recording, DEFAULT_REDACTION);
  const long = { write: () => 'a line of a long report\n'.repeat(200_000) };
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(writeReportInTurns(prepared, long, {}, signal)).rejects.toThrow('enough');
  expect(await writeReportInTurns(prepared, long)).toMatchObject({ ok: true });
});

test('a HAR of one flow has what that flow needs and nothing of another', async () => {
  const both = recordingWith([
    ...failingLogin('first'),
    exchange({
      method: 'POST',
      url: 'https://other.example.net/token',
      body: 'grant_type=client_credentials&client_id=job',
      status: 401,
      text: '{"error":"invalid_client"}',
    }),
  ]);
  const prepared = await prepareReport(both, DEFAULT_REDACTION);
  const flowId = prepared.snapshot.flows.find(({ flow }) => flow.client === 'first')?.flow.id ?? '';
  const text = released(prepared, asHar, { flowIds: [flowId] });
  expect(text).not.toContain('other.example.net');
  const again = await analyseRecording(reopened(text, 'flow.har'));
  expect(again.flows.map(({ flow, verdict }) => [flow.client, verdict.cause?.check])).toEqual([
    ['first', 'pkce-verifier-mismatch'],
  ]);
});
