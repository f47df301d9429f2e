import { expect, test } from 'vitest';
import { formats } from '../../src/report/all-formats.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';
import { written } from '../helpers/shared-report.ts';

const AUTHORIZE =
  'https://server.example.com/authorize?response_type=code&client_id=app-1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=s7ate';
const NAMED = '&x-client-SKU=msal.js.browser&x-client-VER=3.10.0';
const REFUSED: ExchangeSketch = {
  url: 'https://server.example.com/token',
  body: 'grant_type=client_credentials&client_id=job',
  headers: { 'user-agent': 'openid-client/5.6.5' },
  destination: 'unknown',
  mode: 'unknown',
  status: 401,
  answerBody: { error: 'invalid_client' },
};

function reportOf(format: string, sketch: ExchangeSketch): string {
  return written(formats.get(format), snapshotOf([exchange(0, sketch)]));
}

test.each([
  ['text', 'client library msal.js.browser 3.10.0'],
  ['markdown', 'client library `msal.js.browser 3.10.0`'],
  ['json', '"library": "msal.js.browser 3.10.0"'],
])('%s names the library of the client', (format, words) => {
  expect(reportOf(format, { url: `${AUTHORIZE}${NAMED}` })).toContain(words);
  expect(reportOf(format, { url: AUTHORIZE })).not.toContain('msal');
});

test('a program is named by its User-Agent, and a failure leads to its issues', () => {
  const text = reportOf('text', REFUSED);
  expect(text).toContain('client library openid-client 5.6.5');
  expect(text).toContain('The client library is openid-client 5.6.5: look for newer versions');
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' };
  expect(reportOf('text', { ...REFUSED, headers: browser })).not.toContain('client library');
});
