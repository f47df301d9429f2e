import { describe, expect, test } from 'vitest';
import { readHar } from '../../../src/har/read-har.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { DEFAULT_REDACTION } from '../../../src/redaction/redaction-options.ts';
import { formats } from '../../../src/report/all-formats.ts';
import asJson from '../../../src/report/formats/json.ts';
import asMarkdown from '../../../src/report/formats/markdown.ts';
import asText from '../../../src/report/formats/text.ts';
import { prepareReport } from '../../../src/report/share.ts';
import { recordingWith, released, sharedReport } from '../../helpers/shared-report.ts';
import { toolLogin } from '../../helpers/tool-login.ts';
import { exchange } from '../../redaction/recordings.ts';
import { cleanLogin, failingLogin, SECRETS } from '../flows.ts';

const SOURCES = [{ file: 'login.har', recorder: 'Firefox', exchanges: 9 }];

async function report(exchanges: readonly Exchange[]) {
  const text = await sharedReport(asJson, recordingWith(exchanges, SOURCES));
  return { text, value: JSON.parse(text) };
}

describe('the JSON of a login that failed', async () => {
  const { text, value } = await report(failingLogin());

  test('is opened again, and says that it is redacted', () => {
    const har = readHar(text, { file: 'report.json', source: 0 });
    expect(har).toMatchObject({ ok: true, own: { redaction: { version: 1 } } });
    expect(har.ok && har.exchanges).toHaveLength(3);
  });

  test('has the members of schema 3 and no others', () => {
    expect(Object.keys(value)).toEqual(
      'schema sources counts flows loose findings rehearsals gaps redaction generator recording'.split(
        ' ',
      ),
    );
    expect(value.schema).toBe(3);
    expect(value.sources).toEqual([{ ...SOURCES[0], messages: 3, clockShift: 0 }]);
    const [flow] = value.flows;
    expect(Object.keys(flow)).toEqual(
      'id grant client authorizationServer library outcome verdict parent relation messages resource findings tokens cookies'.split(
        ' ',
      ),
    );
    expect(Object.keys(flow.messages[0])).toEqual(
      'step kind exchange startedAt method url status signatures'.split(' '),
    );
    expect(Object.keys(flow.findings[0])).toEqual(
      'check severity certainty owner message at title observed expected fix causedBy follows'.split(
        ' ',
      ),
    );
  });

  test('describes the login', () => {
    const [flow] = value.flows;
    expect(flow).toMatchObject({
      grant: 'authorization_code',
      client: 'spa',
      authorizationServer: 'https://as.example.com',
      outcome: 'failed',
      verdict: { cause: 'pkce-verifier-mismatch', finding: 0, message: 2 },
      parent: null,
      relation: null,
    });
    expect(flow.messages[2]).toMatchObject({
      kind: 'token-request',
      startedAt: '2026-01-01T12:00:02.000Z',
      method: 'POST',
      url: 'https://as.example.com/token',
      status: 400,
    });
    expect(flow.findings[0]).toMatchObject({
      check: 'pkce-verifier-mismatch',
      message: 2,
      at: 'parameter code_verifier',
      causedBy: null,
      follows: null,
    });
    expect(flow.findings[1]).toMatchObject({ causedBy: 'pkce-verifier-mismatch', follows: 0 });
  });

  test('has no secret, not even where a server quotes it', () => {
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(value.flows[0].findings[1].observed).toMatch(
      /The verifier ‹code-verifier-1› of ‹person-1› does not fit/,
    );
  });
});

test('a clean login has no findings, and equal values stay equal', async () => {
  const { value } = await report(cleanLogin());
  const [flow] = value.flows;
  expect(flow).toMatchObject({ outcome: 'succeeded', findings: [], verdict: { cause: null } });
  expect(flow.messages[0].url).toContain('state=‹state-1›');
  expect(flow.messages[1].url).toContain('state=‹state-1›');
});

test('an empty recording is a report too', async () => {
  const value = JSON.parse(await sharedReport(asJson, []));
  expect(value).toMatchObject({
    schema: 3,
    sources: [],
    flows: [],
    loose: [],
    findings: [],
    gaps: [],
    redaction: { version: 1, placeholders: [] },
    recording: { log: { entries: [] } },
  });
});

test('a user whose name is a word of the report does not stop it', async () => {
  const people = ['Keep', 'Grant', 'Cause', 'Hash', 'client'].map((name) =>
    exchange({
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: ['Cookie: message=2; status=400; id=0; at=1'],
      body: `grant_type=password&client_id=spa&username=${name}&password=Fix`,
      status: 400,
      text: '{"error":"invalid_grant"}',
    }),
  );
  const exchanges = [...failingLogin(), ...people];
  const { value } = await report(exchanges);
  expect(value.flows.length).toBeGreaterThan(1);
  const prepared = await prepareReport(recordingWith(exchanges), DEFAULT_REDACTION);
  for (const format of formats.values()) expect(released(prepared, format)).not.toBe('');
});

describe('messages and findings outside any flow', () => {
  const metadata = exchange({
    url: 'https://as.example.com/.well-known/openid-configuration',
    status: 304,
  });
  test('is separate from the flows', async () => {
    const { value } = await report([metadata]);
    expect(value.flows).toEqual([]);
    expect(value.loose).toMatchObject([{ kind: 'metadata-request', status: 304 }]);
  });

  test.each([
    ['text', asText],
    ['Markdown', asMarkdown],
  ])('and in the %s', async (_, format) => {
    const text = await sharedReport(format, [metadata]);
    expect(text).toMatch(/not part of a flow/i);
    expect(text).toContain('metadata request');
  });
});

test('a login for an API that has metadata compares what the token is for', async () => {
  const mcp = 'https://tools.example.com/mcp';
  const { value } = await report(toolLogin({ resource: mcp, aud: 'me' }));
  expect(value.flows[0].resource).toEqual([
    { place: 'called', values: [mcp], same: true },
    { place: 'metadata', values: [mcp], same: null },
    { place: 'authorization-request', values: [mcp], same: true },
    { place: 'token-request', values: [mcp], same: true },
    { place: 'access-token', values: ['me'], same: false },
  ]);
  expect((await report(cleanLogin())).value.flows[0].resource).toEqual([]);
});
