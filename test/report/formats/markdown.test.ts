import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeSpan, escapeMarkdown, mermaidText } from '../../../src/report/escape-markdown.ts';
import asMarkdown from '../../../src/report/formats/markdown.ts';
import { sharedReport, written } from '../../helpers/shared-report.ts';
import { toolLogin } from '../../helpers/tool-login.ts';
import { exchange } from '../../redaction/recordings.ts';
import { cleanLogin, failingLogin, SECRETS, snapshotOf } from '../flows.ts';

describe('the report of a login that failed', async () => {
  const text = await sharedReport(asMarkdown, failingLogin());

  test('begins with the verdict, then owner, confidence and fix', () => {
    const [verdict, , who, sure, fix] = text.split('\n');
    expect(verdict).toMatch(/^# ✖ code_verifier does not match code_challenge/);
    expect(who).toBe('- **Owner:** the client');
    expect(sure).toBe('- **Confidence:** certain (calculated)');
    expect(fix).toMatch(/^- \*\*Fix:\*\* \S/);
  });

  test('has a diagram, then the steps with their findings', () => {
    const diagram = text.indexOf('```mermaid\nsequenceDiagram\n');
    const steps = text.indexOf('## Steps');
    expect(diagram).toBeGreaterThan(0);
    expect(steps).toBeGreaterThan(diagram);
    expect(text).toContain('C->>A: 3 token request\nA-->>C: 400 invalid_grant\nNote over C,A: ✖');
    expect(text).toMatch(/3\. \*\*token request\*\* · \+2\.0 s · `POST https:.*` · 400\n {3}- ✖ /);
    expect(text).toMatch(/\(consequence of `pkce-verifier-mismatch`\)/);
  });

  test('holds no secret, and says what was replaced', () => {
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(text).toContain('code=‹code-1›&state=‹state-1›');
    expect(text).toMatch(/Redacted by value: .*1 state.*Equal placeholders/);
    expect(text).toMatch(/^\| ‹state-1› \| state \| [^|]+ \| 15 \|$/m);
    expect(text).toMatch(/^\| ‹person-1› \| person \| [^|]+ \| not told \|$/m);
  });

  test('has only relative times', () => {
    expect(text).not.toContain('2026');
    expect(text).toContain('+1.5 s');
  });
});

test('what failed comes first', () => {
  const others = JSON.stringify(failingLogin('second'))
    .replaceAll(SECRETS.state, 'oTher-state-5510')
    .replaceAll(SECRETS.nonce, 'oTher-nonce-5511')
    .replaceAll(SECRETS.code, 'oTher-code-55120')
    .replaceAll(SECRETS.challenge, `${SECRETS.challenge.slice(0, -1)}N`);
  const text = written(asMarkdown, snapshotOf(cleanLogin('first'), JSON.parse(others)));
  const verdicts = [...text.matchAll(/^# (.)/gm)].map(([, mark]) => mark);
  expect(verdicts).toEqual(['✖', '✔']);
});

test('only the flows that were asked for', () => {
  const snapshot = snapshotOf(failingLogin());
  const [analysed] = snapshot.flows;
  expect(written(asMarkdown, snapshot, { flowIds: [analysed?.flow.id ?? ''] })).toMatch(/^# ✖/);
  expect(written(asMarkdown, snapshot, { flowIds: [] })).toMatch(/^# No OAuth flow was found/);
});

test('no text of a server breaks the page or the diagram', () => {
  const words = [
    '<img src=x onerror=alert(1)> [link](https://evil.example) ![i](x) `code` ```',
    '# head | cell @everyone https://evil.example www.evil.example **bold** $x$ \u202Etxt\u0007',
    'end; participant X; %% "quoted" -->',
  ].join('\n- item\n');
  const [request, callback, token] = failingLogin();
  if (!request || !callback || !token?.response) throw new Error('no recording');
  const error = 'bad`|"<b>;end\nNote over U';
  const body = { text: JSON.stringify({ error, error_description: words }) };
  const hostile = { ...token, response: { ...token.response, body } };
  const text = written(asMarkdown, snapshotOf([request, callback, hostile]));
  expect(text).toMatch(/^# /);
  expect(text).not.toMatch(/(?<!\\)<(?:img|b>)/);
  expect(text).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
  expect(text).not.toMatch(/^- item/m);
  expect(text).not.toMatch(/\p{Cf}|[\u0000-\u0009\u000B-\u001F]/u);
  const diagram = /```mermaid\n([^`]*)\n```/.exec(text)?.[1] ?? '';
  for (const line of diagram.split('\n')) {
    expect(line).toMatch(
      /^(?:sequenceDiagram|participant [UCAR] as [A-Z][a-z ]+|[UCAR]--?>>[UCAR]: [^;#%"<>`]+|Note over [UCAR],[UCAR]: [^;#%"<>`]+)$/,
    );
  }
});

describe('escapes', () => {
  test('text is on one line and inactive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const escaped = escapeMarkdown(value);
        expect(escaped).not.toMatch(/[\n\r\u0000-\u001F]/);
        expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[`*<>[\]|]/);
        expect(escaped).not.toMatch(/:\/\/|www\.\w|@\w/i);
      }),
    );
  });

  test('a code span can hold any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n') }), (value) => {
        const span = codeSpan(value);
        const fence = /^`+/.exec(span)?.[0] ?? '';
        const inside = span.slice(fence.length, -fence.length);
        expect(inside.match(/`+/g)?.some((run) => run.length === fence.length) ?? false).toBe(
          false,
        );
        expect(span).not.toContain('\n');
      }),
    );
  });

  test('text in a diagram is plain', () => {
    expect(mermaidText('a;b#quot;"c"\n%%d')).toBe('a b quot c d');
  });
});

test('an answer that echoes a secret shows the placeholder', async () => {
  const [request, callback, token] = failingLogin();
  if (!request || !callback || !token?.response) throw new Error('no recording');
  const body = {
    text: JSON.stringify({ error: 'invalid_client', error_description: `no ${SECRETS.code}` }),
  };
  const echo = { ...token, response: { ...token.response, status: 401, body } };
  const text = await sharedReport(asMarkdown, [request, callback, echo, exchange({})]);
  expect(text).not.toContain(SECRETS.code);
  expect(text).toContain('no ‹code-1›');
});

test('a login for an API that has metadata compares what the token is for', () => {
  const resource = 'https://tools.example.com/mcp';
  const text = written(asMarkdown, snapshotOf(toolLogin({ resource, aud: 'a|b' })));
  const shown = escapeMarkdown(resource);
  expect(text).toContain(`## What the token is for

| place | value | compared |
| --- | --- | --- |
| URL called | ${shown} | equal |
| resource in the metadata of the API | ${shown} |  |
| resource in the authorization request | ${shown} | equal |
| resource in the token request | ${shown} | equal |
| aud in the access token | a\\|b | different |
`);
  expect(written(asMarkdown, snapshotOf(cleanLogin()))).not.toContain('What the token is for');
});
