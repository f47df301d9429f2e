import { describe, expect, test } from 'vitest';
import asText from '../../../src/report/formats/text.ts';
import { plain } from '../../../src/report/plain.ts';
import { withoutStatus } from '../../helpers/exchanges.ts';
import { sharedReport, written } from '../../helpers/shared-report.ts';
import { toolLogin } from '../../helpers/tool-login.ts';
import { cleanLogin, failingLogin, SECRETS, snapshotOf } from '../flows.ts';

const MCP = 'https://tools.example.com/mcp';

describe('the text of a login that failed', () => {
  const text = written(asText, snapshotOf(failingLogin()));

  test('begins with the verdict, owner and fix', () => {
    const [verdict, who, fix] = text.split('\n');
    expect(verdict).toMatch(/^✖ code_verifier does not match code_challenge/);
    expect(who).toMatch(/^ {2}Owner: the client · Confidence: certain \(calculated\) · RFC 7636/);
    expect(fix).toMatch(/^ {2}Fix: \S/);
  });

  test('has the findings under their steps', () => {
    expect(text).toMatch(
      / 3 {2}\+2\.0 s +token request · 400 .*\n +✖ .*\[pkce-verifier-mismatch\]\n/,
    );
    expect(text).toContain('(consequence of pkce-verifier-mismatch)');
    expect(text).toContain('1 flow, 1 failed; 3 exchanges, 3 messages.');
  });

  test('holds no secret and no colour', async () => {
    const shared = await sharedReport(asText, failingLogin());
    for (const secret of Object.values(SECRETS)) expect(shared).not.toContain(secret);
    expect(shared).toMatch(/\nRedacted by value: .*1 state/);
    expect(shared).not.toContain('\u001B');
  });
});

test('an answer without its status differs from no answer', () => {
  const answers = failingLogin().map(withoutStatus);
  expect(written(asText, snapshotOf(answers))).toMatch(/token request · status unknown/);
  const none = failingLogin().map((exchange) => ({ ...exchange, response: null }));
  expect(written(asText, snapshotOf(none))).toMatch(/token request · no response recorded/);
});

test('a terminal gets colours on request', () => {
  expect(written(asText, snapshotOf(cleanLogin()), { colour: true })).toMatch(/^\u001B\[32m✔ /);
});

test('no server can control the terminal', () => {
  const [request, callback, token] = failingLogin();
  if (!request || !callback || !token?.response) throw new Error('no recording');
  const words = '\u001B]0;owned\u0007\u009B31m\r\n\u202Eevil\u200B';
  const body = { text: JSON.stringify({ error: 'invalid_client', error_description: words }) };
  const hostile = { ...token, response: { ...token.response, status: 401, body } };
  const method = 'GET\u001B[2J';
  const odd = { ...request, request: { ...request.request, method } };
  const text = written(asText, snapshotOf([odd, callback, hostile]));
  expect(text).toMatch(/failed/);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('invisible characters are written out', () => {
  expect(plain('a\u001B[1mb\u202Ec\nd')).toBe('a\\u001b[1mb\\u202ec d');
  expect(plain('é 😀 ‹state-1›')).toBe('é 😀 ‹state-1›');
});

test('an empty recording has a plain message', () => {
  expect(written(asText, snapshotOf())).toMatch(/^No OAuth flow was found\.\n/);
});

test('a login for an API that has metadata compares what the token is for', () => {
  const text = written(asText, snapshotOf(toolLogin({ resource: MCP, again: MCP, aud: 'me' })));
  expect(text).toContain(`  What the token is for:
    URL called                             ${MCP} (equal)
    resource in the metadata of the API    ${MCP}
    resource in the authorization request  ${MCP} (equal)
    resource in the token request          ${MCP} (equal)
    aud in the access token                me (different)
`);
  expect(written(asText, snapshotOf(cleanLogin()))).not.toContain('What the token is for');
});
