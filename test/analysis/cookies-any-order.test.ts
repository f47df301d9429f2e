import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { expectSameInAnyOrder, flowsAfter, type Looks } from '../helpers/any-order.ts';
import { readCases } from '../helpers/http-cases.ts';

const FOLDER = join(import.meta.dirname, '../checks/cookies');

function shape(exchanges: readonly Exchange[], looks: Looks = new Set()) {
  return flowsAfter(exchanges, looks).map(({ outcome, verdict, findings }) => ({
    outcome,
    verdict: verdict.text,
    findings: findings.map(({ check, message }) => `${check} ${message}`),
  }));
}

describe.each(readdirSync(FOLDER))('the order of arrival in %s', (file) => {
  const cases = readCases(readFileSync(join(FOLDER, file), 'utf8'));
  it.each(cases.map((one) => [one.title, one.exchanges] as const))(
    'does not change what is said of: %s',
    (_, exchanges) => {
      expectSameInAnyOrder(exchanges, shape, 12);
    },
  );
});
