import type { BrowserName } from '../../playground/browsers/types.ts';
import { type Expectation, expectedIn, type Scenario } from '../../playground/scenario.ts';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { MessageKind } from '../../src/oauth/message.ts';

/** Whether the conclusion on a flow is the one that the scenario expects. */
export function isExpected(
  flow: { readonly outcome: string; readonly cause: string | null },
  scenario: Scenario,
  browser: BrowserName,
  recorder: 'panel' | 'export',
): boolean {
  const { outcome, cause } = expectedIn(browser, scenario);
  const { lossy } = scenario.expected;
  const outcomes = lossy && recorder === 'panel' ? [outcome, 'unknown'] : [outcome];
  return outcomes.includes(flow.outcome) && flow.cause === cause;
}

/** The parts of the first line that it lacks. A browser that hides the cause cannot say them. */
export function unsaid(
  verdict: string,
  scenario: Scenario,
  browser: BrowserName,
): readonly string[] {
  const { says = [], cause } = scenario.expected;
  if (expectedIn(browser, scenario).cause !== cause) return [];
  return says.filter((part) => !verdict.includes(part));
}

/** The kinds of message that a recording of the scenario lacks. */
export function missingKinds(
  found: Iterable<string>,
  { expected }: Scenario,
  browser: BrowserName,
  recorder: 'panel' | 'export',
): readonly string[] {
  const wanted = expectedKinds(expected, browser, recorder);
  const there = new Set(found);
  return wanted.filter((kind) => !there.has(kind));
}

/** The kinds of message that a recording of the scenario holds. */
export function expectedKinds(
  { kinds = [], lostInFirefox = [], onlyInFirefox = [] }: Expectation,
  browser: BrowserName,
  recorder: 'panel' | 'export',
): readonly MessageKind[] {
  if (browser === 'chromium') return kinds;
  const all = [...kinds, ...onlyInFirefox];
  return recorder === 'export' ? all : all.filter((kind) => !lostInFirefox.includes(kind));
}

/**
 * The checks that warn or report an error unexpectedly, then, with `no`, the expected checks that
 * are silent. A finding that follows from another one does not count.
 */
export function unexpectedFindings(
  { flows, outside }: Pick<Snapshot, 'flows' | 'outside'>,
  scenario: Scenario,
  browser: BrowserName,
): readonly string[] {
  const { furtherFindings = [], furtherInFirefox = [] } = scenario.expected;
  const further =
    browser === 'firefox' ? [...furtherFindings, ...furtherInFirefox] : furtherFindings;
  const findings = [
    ...flows.flatMap((flow) => flow.findings),
    ...outside.map(({ finding }) => finding),
  ];
  const found = findings
    .filter(({ severity, causedBy }) => severity !== 'info' && causedBy === null)
    .map(({ check }) => check);
  const known = [expectedIn(browser, scenario).cause, ...further];
  return [
    ...found.filter((check) => !known.includes(check)),
    ...further.filter((check) => !found.includes(check)).map((check) => `no ${check}`),
  ];
}
