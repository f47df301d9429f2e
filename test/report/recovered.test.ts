import { describe, expect, it } from 'vitest';
import { formats } from '../../src/report/all-formats.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { sharedReport, written } from '../helpers/shared-report.ts';
import { clean, refused } from '../panels/logins.ts';
import { login } from '../panels/recording.ts';

const values = (prefix: string) => ({
  prefix,
  state: `st-${prefix}-12345`,
  code: `co-${prefix}-12345`,
});
const first = refused({ ...values('a'), at: 0 });
const again = login({ ...values('b'), at: 60_000 });
const other = refused({ ...values('c'), at: 120_000, client: 'other-client' });

const reportOf = (name: string, ...logins: readonly (typeof first)[]) =>
  written(formats.get(name), snapshotOf(logins.flat()));

describe('a failure before a later attempt worked', () => {
  const rest = clean('x', 30_000);

  it('is counted as recovered and not as failed in every format', () => {
    expect(reportOf('text', first, again, rest)).toContain('3 flows, 0 failed, 1 recovered;');
    expect(reportOf('html', first, again, rest)).toContain('3 flows, 0 failed, 1 recovered;');
    expect(reportOf('markdown', first, again, rest)).toMatch(/^3 flows, 0 failed, 1 recovered\.\n/);
    const { counts, flows } = JSON.parse(reportOf('json', first, again, rest));
    expect(counts).toEqual({ flows: 3, failed: 0, recovered: 1, rehearsed: 0 });
    expect(flows[0]).toMatchObject({ outcome: 'failed', verdict: { sign: 'recovered' } });
    expect(flows[0].verdict.cause).toBe('pkce-verifier-mismatch');
  });

  it.each(['text', 'markdown', 'html', 'json'])('says in %s that a later one worked', (name) => {
    const told = / does not match .*A later attempt of this client worked\./;
    expect(reportOf(name, first, again)).toMatch(told);
    expect(reportOf(name, first, other)).not.toContain('A later attempt');
  });

  it('comes after what failed for good and before what worked', () => {
    const marks = [...reportOf('markdown', first, again, other).matchAll(/^# (.)/gm)];
    expect(marks.map(([, mark]) => mark)).toEqual(['✖', '↺', '✔']);
  });

  it('is still recovered in the redacted report', async () => {
    const { counts } = JSON.parse(await sharedReport(formats.get('json'), [...first, ...again]));
    expect(counts).toEqual({ flows: 2, failed: 0, recovered: 1, rehearsed: 0 });
  });
});
