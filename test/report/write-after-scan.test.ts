import { expect, test } from 'vitest';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import type { Shared } from '../../src/report/shared.ts';
import { writeAfterScan } from '../../src/report/write-after-scan.ts';
import { exchange } from '../helpers/exchanges.ts';

const API = 'https://api.example.com';

const exchanges = [
  exchange(0, {
    url: `${API}/token`,
    body: 'grant_type=password&username=ana&password=k7Xq2mVt9RfLz4Wp8Yb3',
    answer: { 'content-type': 'application/json' },
    answerBody: { access_token: 'J4vQ8sLw2ZtYb7Kd1Xn6Rf', token_type: 'Bearer' },
  }),
];
const recording = { exchanges, navigations: [], gaps: [], sources: [] };
const request = { recording, redaction: DEFAULT_REDACTION };

test('a report without a value is written once', async () => {
  const written: string[] = [];
  const format = { write: () => `text ${written.push('')}` };
  const { report, prepared } = await writeAfterScan({ ...request, format });
  expect(report).toEqual({ ok: true, text: 'text 1' });
  expect(prepared.removed.length).toBeGreaterThan(1);
});

test('what the scan finds is removed everywhere, and the report is written again', async () => {
  let times = 0;
  const format = {
    write: () => {
      times += 1;
      return times === 1 ? 'password: k7Xq2mVt9RfLz4Wp8Yb3' : 'nothing';
    },
  };
  const { report } = await writeAfterScan({ ...request, format });
  expect(report).toEqual({ ok: true, text: 'nothing' });
  expect(times).toBe(2);
});

test('a report that still shows a value is refused, with the place and without the value', async () => {
  const format = { write: () => 'first\npassword k7Xq2mVt9RfLz4Wp8Yb3' };
  const { report } = await writeAfterScan({ ...request, format });
  expect(report).toMatchObject({ ok: false, refused: [{ line: 2, column: 10 }] });
  expect(JSON.stringify(report)).not.toContain('k7Xq2mVt9RfLz4Wp8Yb3');
});

test('a report in words says what the recording says, without a value', async () => {
  const write = ({ snapshot, name }: Shared) =>
    name(`${snapshot.flows.length} flow, password=k7Xq2mVt9RfLz4Wp8Yb3 J4vQ8sLw2ZtYb7Kd1Xn6Rf`);
  const { report } = await writeAfterScan({ ...request, format: { write, withoutData: true } });
  expect(report).toEqual({ ok: true, text: '1 flow, password=‹password-1› ‹access-token-1›' });
});

test('a report in words that shows a value is written from the redacted recording', async () => {
  const write = ({ recording: { exchanges: written }, urlOf }: Shared) =>
    urlOf ? 'k7Xq2mVt9RfLz4Wp8Yb3' : `${written.length} exchange`;
  const { report } = await writeAfterScan({ ...request, format: { write, withoutData: true } });
  expect(report).toEqual({ ok: true, text: '1 exchange' });
});
