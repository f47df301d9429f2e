import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/checks/finding.ts';
import type { Flow } from '../src/flow/flow.ts';
import { analyse, snapshotOf } from './helpers/analyse.ts';
import { exchangesOf, exportsOf } from './helpers/captures.ts';
import { withoutStatus } from './helpers/exchanges.ts';
import { readCases } from './helpers/http-cases.ts';

const FOLDER = join(import.meta.dirname, 'checks');

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.http'))
  .sort();

/** An error that is only in the body counts with any status. */
const TOLD_BY_BODY = new Set(['cors-error-masks-oauth-error']);

function alarms(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check);
}

const captures = [...exportsOf('playground'), ...exportsOf('keycloak')].flatMap(
  ({ path, browser }) => (browser === 'chromium' ? path : []),
);

/** Documents that are a flow of their own only because their status says that they failed. */
function isLoneFailure({ grant }: Flow): boolean {
  return grant === 'discovery';
}

describe('a recording that lost every status', () => {
  it.each(files)('has no further alarms: %s', (file) => {
    for (const { title, exchanges } of readCases(readFileSync(join(FOLDER, file), 'utf8'))) {
      const known = alarms(analyse(exchanges).findings);
      const lost = alarms(analyse(exchanges.map(withoutStatus)).findings);
      expect(
        lost.filter((check) => !known.includes(check) && !TOLD_BY_BODY.has(check)),
        title,
      ).toEqual([]);
    }
  });

  it.each(captures)('has no further alarms or failures: %s', (capture) => {
    const exchanges = exchangesOf(capture);
    const known = snapshotOf(exchanges).flows;
    const lost = snapshotOf(exchanges.map(withoutStatus)).flows;
    const before = known.flatMap(({ findings }) => alarms(findings));
    const after = lost.flatMap(({ findings }) => alarms(findings));
    expect(after.filter((check) => !before.includes(check))).toEqual([]);
    const attempts = known.filter(({ flow }) => !isLoneFailure(flow));
    const left = lost.filter(({ flow }) => !isLoneFailure(flow));
    expect(left.map(({ flow }) => flow.id)).toEqual(attempts.map(({ flow }) => flow.id));
    for (const [index, { flow, outcome }] of attempts.entries()) {
      const allowed = [outcome];
      if (outcome === 'failed' || flow.grant === 'logout') allowed.push('unknown', 'unfinished');
      // Only its status shows that a back end took the code.
      if (flow.messages.some(({ kind }) => kind === 'code-handover')) allowed.push('unknown');
      expect(allowed).toContain(left[index]?.outcome);
    }
  });
});
