import { expect, test } from 'vitest';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import type { ReportOptions } from '../../src/report/format.ts';
import { prepareReport, writeReport } from '../../src/report/share.ts';
import { writeAfterScan } from '../../src/report/write-after-scan.ts';
import { exchange } from '../redaction/recordings.ts';

const TOKEN = 'SplxlOBeZQQYbYS6WxSbIA';
const call = (text: string, more: object = {}) =>
  exchange({
    url: 'https://api.example.com/v1/orders/1',
    headers: [`authorization: Bearer ${TOKEN}`],
    answer: ['content-type: application/json'],
    text,
    ...more,
  });
const login = exchange({
  method: 'POST',
  headers: ['content-type: application/x-www-form-urlencoded'],
  body: 'grant_type=client_credentials&client_id=s6BhdRkqt3&client_secret=gX1fBat3bVk9Lq',
  answer: ['content-type: application/json'],
  text: JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: 600 }),
});
const recordingOf = (...exchanges: ReturnType<typeof exchange>[]) => ({
  exchanges: [login, ...exchanges],
  navigations: [],
  gaps: [],
  sources: [],
});

async function written(
  name: string,
  recording: ReturnType<typeof recordingOf>,
  options: ReportOptions = {},
) {
  const format = formats.get(name);
  if (!format) throw new Error(`there is no format ${name}`);
  const { report, prepared } = await writeAfterScan({
    ...{ recording, format, options },
    redaction: DEFAULT_REDACTION,
  });
  if (!report.ok) throw new Error('the report was refused');
  return { text: report.text, prepared, format };
}

test('a report in text is the same with and without what APIs answered', async () => {
  const recording = recordingOf(call('{"name":"Erika Mustermann","id":7}'), call('[1, 2, 3]'));
  const { text, prepared, format } = await written('text', recording);
  const whole = await prepareReport(recording, DEFAULT_REDACTION);
  expect({ ok: true, text }).toEqual(writeReport(whole, format));
  expect(JSON.stringify(prepared.recording)).not.toContain('\\"id\\":7');
  expect(JSON.stringify(whole.recording)).toContain('\\"id\\":7');
});

test('a value that an API answered is removed where the report shows it', async () => {
  const failing = call('', {
    url: 'https://api.example.com/v1/people/Erika%20Mustermann',
    status: 403,
  });
  const { text } = await written('text', recordingOf(call('{"name":"Erika Mustermann"}'), failing));
  expect(text).toContain('403');
  expect(text).not.toMatch(/Erika|Mustermann/);
});

test('an answer of success that refuses the call is still told', async () => {
  const refused = call('{"ok":false,"error":"token_expired"}');
  const { text } = await written('text', recordingOf(refused));
  expect(text).toContain('api-error-in-200');
});

test.each(['har', 'json', 'markdown'])('a report in %s has the answers', async (name) => {
  const recording = recordingOf(call('{"id":7,"kind":"order"}'));
  expect((await written(name, recording)).text).toContain('order');
});

test('a report on one message has its answer', async () => {
  const recording = recordingOf(call('{"id":7,"kind":"order"}'));
  const [flow] = (await written('text', recording)).prepared.snapshot.flows;
  const messageOf = { flowId: flow?.flow.id ?? '', index: 1 };
  expect((await written('text', recording, { messageOf })).text).toContain('order');
});
