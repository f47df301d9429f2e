import type { BrowserName } from '../../playground/browsers/types.ts';
import type { Scenario } from '../../playground/scenario.ts';

/** The check that names the injected fault in that browser. */
export function expectedCause({ expected }: Scenario, browser: BrowserName): string | null {
  return (browser === 'firefox' ? expected.causeInFirefox : undefined) ?? expected.cause;
}

/** Whether a flow was concluded to be what the scenario made it. */
export function isExpected(
  flow: {
    readonly outcome: string;
    readonly cause: string | null;
    readonly kinds: readonly string[];
  },
  scenario: Scenario,
  browser: BrowserName,
  recorder: 'panel' | 'export',
): boolean {
  const { outcome, kinds = [], lostInFirefox = [], lossy } = scenario.expected;
  const lost = browser === 'firefox' && recorder === 'panel' ? lostInFirefox : [];
  const outcomes = lossy ? [outcome, 'unknown'] : [outcome];
  return (
    outcomes.includes(flow.outcome) &&
    flow.cause === expectedCause(scenario, browser) &&
    kinds.every((kind) => lost.includes(kind) || flow.kinds.includes(kind))
  );
}
