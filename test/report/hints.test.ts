import { expect, test } from 'vitest';
import { hintsOf } from '../../src/conclusion/hints.ts';
import { formats } from '../../src/report/all-formats.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { AS } from '../traffic/clients.ts';
import { form, sent } from '../traffic/sketch.ts';
import { cleanLogin } from './flows.ts';

const ID = 'req-77120-ab';
const bare = snapshotOf([
  sent(0, `${AS}/token`, {
    method: 'POST',
    body: form({ grant_type: 'client_credentials', client_id: 'job', client_secret: 'x1y2z3w4v5' }),
    status: 401,
    answer: { 'x-request-id': ID },
    answerBody: '{"error":"invalid_client"}',
  }),
]);

function written(name: string, snapshot: typeof bare): string {
  const report = formats.get(name)?.write(snapshot);
  return report?.ok ? report.text : 'refused';
}

test.each(['text', 'markdown'])('%s has what else to look at under the verdict', (name) => {
  const text = written(name, bare);
  expect(text).toMatch(/What else to look at[:*]+\n+ *- Look in the log of as\.example\.com for /);
  expect(written(name, snapshotOf(cleanLogin()))).not.toContain('What else to look at');
});

test('json has it as sentences of the verdict', () => {
  const [flow] = JSON.parse(written('json', bare)).flows;
  expect(flow.verdict.hints).toHaveLength(hintsOf(bare.flows[0] as never).length);
  expect(flow.verdict.hints[0]).toMatch(/^Look in the log/);
  const [good] = JSON.parse(written('json', snapshotOf(cleanLogin()))).flows;
  expect(good.verdict.hints).toEqual([]);
});

test('no secret is in it', () => {
  for (const name of formats.keys()) expect(written(name, bare)).not.toContain('x1y2z3w4v5');
});
