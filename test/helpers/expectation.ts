import type { BrowserName } from '../../playground/browsers/types.ts';
import { type Expectation, expectedCause, type Scenario } from '../../playground/scenario.ts';
import type { MessageKind } from '../../src/oauth/message.ts';

/** Whether a flow was concluded to be what the scenario made it. */
export function isExpected(
  flow: { readonly outcome: string; readonly cause: string | null },
  scenario: Scenario,
  browser: BrowserName,
  recorder: 'panel' | 'export',
): boolean {
  const { outcome, lossy } = scenario.expected;
  const outcomes = lossy && recorder === 'panel' ? [outcome, 'unknown'] : [outcome];
  return outcomes.includes(flow.outcome) && flow.cause === expectedCause(scenario, browser);
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
