import { expect, test } from 'vitest';
import { hintsOf } from '../../src/conclusion/hints.ts';
import { formats } from '../../src/report/all-formats.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { sharedReport, written } from '../helpers/shared-report.ts';
import { AS } from '../traffic/clients.ts';
import { form, sent } from '../traffic/sketch.ts';
import { cleanLogin } from './flows.ts';

const ID = 'req-77120-ab';
const refused = sent(0, `${AS}/token`, {
  method: 'POST',
  body: form({ grant_type: 'client_credentials', client_id: 'job', client_secret: 'x1y2z3w4v5' }),
  status: 401,
  answer: { 'x-request-id': ID },
  answerBody: '{"error":"invalid_client"}',
});
const bare = snapshotOf([refused]);

const reportOf = (name: string, snapshot: typeof bare): string =>
  written(formats.get(name), snapshot);

test.each(['text', 'markdown'])('%s has what else to look at under the verdict', (name) => {
  const text = reportOf(name, bare);
  expect(text).toMatch(/What else to look at[:*]+\n+ *- Look in the log of as\.example\.com for /);
  expect(reportOf(name, snapshotOf(cleanLogin()))).not.toContain('What else to look at');
});

test('json has it as sentences of the verdict', () => {
  const [flow] = JSON.parse(reportOf('json', bare)).flows;
  expect(flow.verdict.hints).toHaveLength(hintsOf(bare.flows[0] as never).length);
  expect(flow.verdict.hints[0]).toMatch(/^Look in the log/);
  const [good] = JSON.parse(reportOf('json', snapshotOf(cleanLogin()))).flows;
  expect(good.verdict.hints).toEqual([]);
});

test('no secret is in it', async () => {
  for (const format of formats.values()) {
    expect(await sharedReport(format, [refused])).not.toContain('x1y2z3w4v5');
  }
});
