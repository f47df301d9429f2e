import { expect, test } from 'vitest';
import { traceOf } from '../../src/recorders/trace.ts';
import { exchange } from '../helpers/exchanges.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

test('a poll of CIBA uses the auth_req_id that the server issued', () => {
  const asked = exchange(0, {
    url: 'https://as.example.com/bc-authorize',
    body: 'login_hint=jane&scope=openid&client_id=kiosk',
    headers: FORM,
    answer: JSON_TYPE,
    answerBody: '{"auth_req_id":"1c266114-a1be","expires_in":120}',
  });
  const polled = exchange(5_000, {
    url: 'https://as.example.com/token',
    body: 'grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id=1c266114-a1be&client_id=kiosk',
    headers: FORM,
    answer: JSON_TYPE,
    answerBody: '{"error":"authorization_pending"}',
  });
  const { issues } = traceOf(asked);
  expect(issues).toHaveLength(1);
  expect(traceOf(polled).uses).toEqual(issues);
});
