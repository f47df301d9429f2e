import { describe, expect, it } from 'vitest';
import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { cookieLedger } from '../../src/conclusion/ledgers/ledger-of-cookies.ts';
import { tokenLedger } from '../../src/conclusion/ledgers/ledger-of-tokens.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import { redactAgain } from '../../src/report/redact-again.ts';
import { settledSnapshotOf } from '../helpers/analyse.ts';
import { exchangesOf } from '../helpers/captures.ts';
import { recordingWith, sharedReport, written } from '../helpers/shared-report.ts';

const clean = exchangesOf('chromium/clean.har');
const lost = exchangesOf('chromium/cookie-strict.har');
const snapshot = await settledSnapshotOf(clean);

describe('the tokens of a login', () => {
  it.each(['text', 'markdown', 'html'])('are in the report as %s, with verdict and end', (name) => {
    const text = written(formats.get(name), snapshot);
    expect(text).toMatch(/✔.{1,40}id_token.{1,60}Valid: signature verified; .*nonce/);
    expect(text).toMatch(/issued in step \d/);
    expect(text).toMatch(/ends \d+ min after the last message.*by the clock of the server/);
  });

  it('are in the report as JSON', () => {
    const [flow] = JSON.parse(written(formats.get('json'), snapshot)).flows;
    const token = flow.tokens.find((one: { token: string }) => one.token === 'id_token');
    expect(token).toMatchObject({ form: 'JWT', state: 'valid', signature: 'verified' });
    expect(token.life[0]).toMatchObject({ deed: 'issued', replaced: false });
    expect(flow.messages[token.life[0].message].kind).toBe('token-request');
    expect(token.claims).toContainEqual(
      expect.objectContaining({ part: 'claim', name: 'nonce', result: 'match', check: null }),
    );
    expect(token.ends).toMatchObject({ by: 'exp' });
    expect(token.ends.left).toBeGreaterThan(0);
  });

  it('are folded in Markdown unless something is wrong with them', async () => {
    const good = written(formats.get('markdown'), snapshot);
    expect(good).toContain('<details>\n<summary>Tokens</summary>\n\n- ✔ **');
    const mixed = await settledSnapshotOf(exchangesOf('chromium/nonce-mismatch.har'));
    const text = written(formats.get('markdown'), mixed);
    expect(text).toMatch(/## Tokens\n\n[^\n]*not valid[^\n]*\n\n- ✖ \*\*id_token\*\*/);
    expect(text).toContain('<summary>Other tokens</summary>');
  });

  it('are counted when the report is brief, and only what is wrong is told', async () => {
    const brief = { brief: true };
    const good = written(formats.get('text'), snapshot, brief);
    expect(good).toMatch(/\n {2}Tokens: \d valid[^\n]*\n\n/);
    const mixed = await settledSnapshotOf(exchangesOf('chromium/nonce-mismatch.har'));
    const text = written(formats.get('text'), mixed, brief);
    expect(text).toMatch(/\n {2}Tokens: [^\n]*not valid[^\n]*\n {4}✖ id_token/);
    expect(text).not.toContain('ends ');
  });

  it('are those of the message when the report is about one', () => {
    const [one] = snapshot.flows;
    const flowId = one?.flow.id ?? '';
    const index = one?.flow.messages.findIndex(({ kind }) => kind === 'token-request') ?? 0;
    const options = { messageOf: { flowId, index } };
    const { flows } = JSON.parse(written(formats.get('json'), snapshot, options));
    expect(flows[0].tokens.map((token: { token: string }) => token.token)).toContain('id_token');
    expect(flows[0].cookies).toBeNull();
    const first = { messageOf: { flowId, index: 0 } };
    expect(JSON.parse(written(formats.get('json'), snapshot, first)).flows[0].tokens).toEqual([]);
  });
});

describe('the cookies of a login', () => {
  it.each(['text', 'markdown', 'html'])(
    'are in the report as %s, and why one is missing',
    async (name) => {
      const text = written(formats.get(name), await settledSnapshotOf(lost));
      const plain = text.replaceAll('\\', '').replace(/<[^>]+>/g, '');
      expect(plain).toMatch(/Cookies/);
      expect(plain).toMatch(
        /✖ .{1,60}: set by 127\.0\.0\.1 before this flow \(SameSite=Strict; [^)]*\); missing in step 4: SameSite=Strict/,
      );
    },
  );

  it('are in the report as JSON, without their values', async () => {
    const { flows } = JSON.parse(written(formats.get('json'), await settledSnapshotOf(lost)));
    const rows = flows.flatMap((flow: { cookies: { rows: object[] } }) => flow.cookies.rows);
    expect(rows).toContainEqual(expect.objectContaining({ state: 'lost' }));
    for (const row of rows) expect(JSON.stringify(row)).not.toContain('"value"');
  });
});

/** What the ledgers of a recording say, whatever the values are called. */
function told({ flows }: Snapshot) {
  return flows.map((analysed) => ({
    tokens: tokenLedger(analysed)?.rows.map(({ mark, name, form }) => `${mark} ${name} ${form}`),
    cookies: cookieLedger(analysed.flow)?.rows.map(({ mark, name }) => `${mark} ${name}`),
  }));
}

describe('a redacted recording', () => {
  it.each([
    'clean',
    'cookie-strict',
    'nonce-mismatch',
    'dpop',
    'refresh-dead',
    'expired-token-api',
  ])('has the same ledgers: %s', async (name) => {
    const exchanges = exchangesOf(`chromium/${name}.har`);
    const original = await settledSnapshotOf(exchanges);
    const { recording } = await redactAgain(recordingWith(exchanges), DEFAULT_REDACTION, {
      original,
    });
    expect(told(await analyseRecording(recording))).toEqual(told(original));
  });

  it.each([...formats.keys()])('passes the gate with its ledgers as %s', async (name) => {
    expect(await sharedReport(formats.get(name), lost)).not.toBe('');
  });
});
