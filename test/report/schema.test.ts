import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import asJson from '../../src/report/formats/json.ts';
import { settledSnapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { schemaProblems } from '../helpers/json-schema.ts';
import { sharedReport, written } from '../helpers/shared-report.ts';
import { failingLogin, snapshotOf } from './flows.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
);

test('the report of every capture is as the published schema says', async () => {
  for (const { path } of captures) {
    const report = JSON.parse(written(asJson, await settledSnapshotOf(exchangesOf(path))));
    expect(schemaProblems(schema, report), path).toEqual([]);
  }
}, 120_000);

test('a redacted report, one of a message, and one without its recording are too', async () => {
  const redacted = JSON.parse(await sharedReport(asJson, failingLogin()));
  expect(schemaProblems(schema, redacted)).toEqual([]);
  expect(redacted.redaction.placeholders.length).toBeGreaterThan(3);
  const snapshot = snapshotOf(failingLogin());
  const flowId = snapshot.flows[0]?.flow.id ?? '';
  const options = { messageOf: { flowId, index: 2 }, withoutRecording: true };
  const one = JSON.parse(written(asJson, snapshot, options));
  expect(schemaProblems(schema, one)).toEqual([]);
  expect(one.flows[0].messages).toMatchObject([{ step: 2, kind: 'token-request' }]);
  expect(one.flows[0].findings[0]).toMatchObject({ message: 0 });
  expect(one.recording).toBeNull();
});

test('a report without a member breaks the schema', () => {
  const report = JSON.parse(written(asJson, snapshotOf(failingLogin())));
  delete report.flows[0].outcome;
  report.schema = 1;
  expect(schemaProblems(schema, report)).toEqual(['/schema: is not 3', '/flows/0: lacks outcome']);
});
