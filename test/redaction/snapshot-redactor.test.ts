import { expect, test } from 'vitest';
import asJson from '../../src/report/formats/json.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchange, inventedJwt } from './recordings.ts';

const IDP = 'https://accounts.idp.example.com';
const webIdentity = ['Sec-Fetch-Dest: webidentity', 'Origin: https://rp.example.org'];

/** A FedCM login whose answer has passwords that are also words of the report. */
function recording(passwords: readonly string[]) {
  const assertion = exchange({
    method: 'POST',
    url: `${IDP}/assertion`,
    headers: [...webIdentity, 'Content-Type: application/x-www-form-urlencoded'],
    body: 'client_id=rp&account_id=1234',
    text: JSON.stringify({ token: inventedJwt({ sub: '1' }), passwords }),
  });
  return [{ ...assertion, destination: 'other' as const }];
}

test('a password that equals a word of the report refuses no report', () => {
  const words = ['fedcm', 'clock', 'fedcm-request'];
  const snapshot = snapshotOf(recording(words));
  const gap = { kind: 'clock', text: 'The clocks differ.', at: null } as const;
  const report = asJson.write({ ...snapshot, gaps: [gap] });
  expect(report).toMatchObject({ ok: true });
  const { flows, gaps } = JSON.parse(report.ok ? report.text : '{}');
  expect(flows[0].grant).toBe('fedcm');
  expect(flows[0].messages[0].kind).toBe('fedcm-request');
  expect(gaps[0].kind).toBe('clock');
});
