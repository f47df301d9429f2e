import { expect } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { command } from '../../src/commands/command.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { formats } from '../../src/report/all-formats.ts';
import { login } from '../helpers/exchanges.ts';
import { written } from '../helpers/shared-report.ts';

const APP = 'https://app.example.com';
/** A correct token response. */
export const TOKENS = { access_token: 'at-1-kZ8', token_type: 'Bearer', expires_in: 60 };

/** The snapshot of these exchanges. */
export function snapshotOf(exchanges: readonly Exchange[]): Snapshot {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis.snapshot();
}

/** A login with this token response. */
export function answered(
  text: string,
  { status = 200, type = 'application/json', cookies = 0 } = {},
) {
  const headers = Array.from({ length: cookies }, (_, index) => ({
    name: 'Set-Cookie',
    value: `c${index}=v${index}aBcDeF0123456789; Path=/; HttpOnly`,
  }));
  headers.push({ name: 'Content-Type', value: type }, { name: 'Cache-Control', value: 'no-store' });
  headers.push({ name: 'Access-Control-Allow-Origin', value: APP });
  return login()
    .slice(0, 5)
    .map((one): Exchange => {
      const { response } = one;
      if (!response || !one.request.url.endsWith('/token')) return one;
      return { ...one, response: { ...response, status, headers, body: { text } } };
    });
}

/** The login with a longer URL of its authorization request. */
export function asked(more: string): Exchange[] {
  return login().map((one, index) =>
    index === 0 ? { ...one, request: { ...one.request, url: one.request.url + more } } : one,
  );
}

/** Writes every report. */
export function reports(snapshot: Snapshot): void {
  for (const format of formats.values()) expect(written(format, snapshot)).not.toBe('');
}

/** Expects that every use of a recording works: nothing throws, nothing is refused. */
export function everything(exchanges: readonly Exchange[]): void {
  const snapshot = snapshotOf(exchanges);
  const findings = snapshot.flows.flatMap((flow) => flow.findings);
  expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  reports(snapshot);
  for (const secrets of ['variables', 'values'] as const) {
    for (const one of exchanges.slice(0, 20)) command(one, { target: 'curl-bash', secrets });
  }
}

/** The verdict on the only flow. */
export function verdict(exchanges: readonly Exchange[]): { outcome: string; text: string } {
  const { flows } = snapshotOf(exchanges);
  expect(flows).toHaveLength(1);
  return { outcome: flows[0]?.outcome ?? '', text: flows[0]?.verdict.text ?? '' };
}
