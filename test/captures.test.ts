import { describe, expect, it } from 'vitest';
import { findScenario } from '../playground/scenarios.ts';
import { causeIdOf, settledSnapshotOf } from './helpers/analyse.ts';
import { exchangesOf, exportsOf } from './helpers/captures.ts';
import { isExpected, missingKinds, unexpectedFindings, unsaid } from './helpers/expectation.ts';

describe('what the Network panel of a real browser exported', () => {
  it.each(exportsOf('playground'))('$browser $name', async ({ browser, name, path }) => {
    const scenario = findScenario(name);
    if (!scenario) throw new Error(`There is no scenario ${name}.`);
    const { flows, outside, loose } = await settledSnapshotOf(exchangesOf(path));
    const concluded = flows.map(({ outcome, verdict }) => ({
      outcome,
      cause: causeIdOf({ verdict }),
      unsaid: unsaid(verdict.text, scenario, browser),
    }));
    if (scenario.expected.outcome !== null)
      expect(concluded).toSatisfy((all: typeof concluded) =>
        all.some((one) => isExpected(one, scenario, browser, 'export') && one.unsaid.length === 0),
      );
    const messages = [...flows.flatMap(({ flow }) => flow.messages), ...loose];
    const kinds = messages.map(({ kind }) => kind);
    expect(missingKinds(kinds, scenario, browser, 'export')).toEqual([]);
    expect(unexpectedFindings({ flows, outside }, scenario, browser)).toEqual([]);
  });
});
