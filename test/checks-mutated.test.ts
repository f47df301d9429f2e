import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '../src/checks/check.ts';
import { checks } from '../src/checks/registry/index.ts';
import type { RegisteredCheck } from '../src/checks/registry/run.ts';
import type { Flow } from '../src/flow/flow.ts';
import type { Message } from '../src/oauth/message.ts';
import type { Owner } from '../src/words/owners.ts';
import type { Severity } from '../src/words/severities.ts';
import { settledSnapshotOf } from './helpers/analyse.ts';
import { reportsOf } from './helpers/case-findings.ts';
import { readCases } from './helpers/http-cases.ts';

type Mutation = (
  report: Observation,
  check: RegisteredCheck,
  subject: Message | Flow,
  flow: Flow,
) => Partial<Observation>;

const OTHER_SEVERITY: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'info',
  info: 'error',
};

const otherOwner = (owner: Owner): Owner =>
  owner === 'client' ? 'authorization server' : 'client';

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  severity: ({ severity }, check) => ({ severity: OTHER_SEVERITY[severity ?? check.severity] }),
  owner: ({ owner }, check) => ({ owner: otherOwner(owner ?? check.owner) }),
  place: ({ at }) => ({ at: { part: at?.part ?? 'body', name: `${at?.name ?? ''}-other` } }),
  message: ({ message }, _, subject, { messages }) => {
    const current = message ?? ('exchange' in subject ? messages.indexOf(subject) : -1);
    return { message: messages.length > 1 ? (current + 1) % messages.length : 1 };
  },
};

afterEach(() => {
  vi.restoreAllMocks();
});

function mutate(check: RegisteredCheck, mutation: Mutation): void {
  const original = check.check.bind(check);
  vi.spyOn(check, 'check').mockImplementation(function* (subject: Message | Flow, flow: Flow) {
    for (const report of original(subject as never, flow)) {
      const isObservation = !('cannotTell' in report);
      yield isObservation ? { ...report, ...mutation(report, check, subject, flow) } : report;
    }
  });
}

describe.each(Object.entries(MUTATIONS))('a check that reports another %s', (_, mutation) => {
  it.each(checks.map((check) => [check.id, check] as const))(
    'fails a case: %s',
    async (id, check) => {
      const path = join(import.meta.dirname, 'checks', check.stage, `${id}.http`);
      const cases = readCases(readFileSync(path, 'utf8'));
      mutate(check, mutation);
      const found = await Promise.all(
        cases.map(async ({ exchanges }) => reportsOf(await settledSnapshotOf(exchanges), check)),
      );
      expect(found).not.toEqual(cases.map(({ reports }) => reports));
    },
  );
});
