import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { redactedGaps } from '../../src/analysis/redaction-notes.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { diagnosisDifferences } from '../../src/report/same-diagnosis.ts';
import { cleanLogin, failingLogin, snapshotOf } from './flows.ts';

const recording = failingLogin();
const snapshot = snapshotOf(recording);

/** The snapshot with another first flow. */
function changed(change: (flow: AnalysedFlow) => AnalysedFlow): Snapshot {
  const [first, ...rest] = snapshot.flows;
  if (!first) throw new Error('There is no flow.');
  return { ...snapshot, flows: [change(first), ...rest] };
}

const told = (after: Snapshot): readonly string[] =>
  diagnosisDifferences(snapshot, after).map(({ text }) => text);

test('two analyses of one recording say the same', () => {
  expect(told(snapshotOf(recording))).toEqual([]);
});

test.each<[string, (flow: AnalysedFlow) => AnalysedFlow, RegExp]>([
  [
    'outcome',
    (flow) => ({ ...flow, outcome: 'unknown' }),
    /another outcome: unknown instead of fail/,
  ],
  [
    'sign',
    (flow) => ({ ...flow, verdict: { ...flow.verdict, sign: 'good' } }),
    /another sign of the verdict: good instead of bad/,
  ],
  [
    'cause',
    (flow) => ({ ...flow, verdict: { ...flow.verdict, cause: null } }),
    /another cause: no cause instead of pkce-verifier-mismatch/,
  ],
  [
    'finding that is lost',
    (flow) => ({ ...flow, findings: flow.findings.slice(1) }),
    /lacks 1 finding pkce-verifier-mismatch \(error, certain\) at step 3/,
  ],
  [
    'certainty of a finding',
    (flow) => ({
      ...flow,
      findings: flow.findings.map((one) => ({ ...one, certainty: 'likely' as const })),
    }),
    /has in addition 1 finding pkce-verifier-mismatch \(error, likely\)/,
  ],
  [
    'effect of a finding',
    (flow) => ({ ...flow, findings: flow.findings.map((one) => ({ ...one, effect: null })) }),
    /lacks 1 finding/,
  ],
  [
    'client',
    (flow) => ({ ...flow, flow: { ...flow.flow, client: 'other' } }),
    /has another client/,
  ],
  [
    'messages',
    (flow) => ({ ...flow, flow: { ...flow.flow, messages: flow.flow.messages.slice(1) } }),
    /another list of messages/,
  ],
])('another %s is a difference', (_, change, expected) => {
  expect(told(changed(change)).join('\n')).toMatch(expected);
});

test('a flow that is lost or new is a difference', () => {
  expect(told({ ...snapshot, flows: [] })).toEqual(['Flow 1 (authorization_code) is missing.']);
  const both = snapshotOf(failingLogin(), cleanLogin('second'));
  const before = { ...both, flows: both.flows.slice(1) };
  expect(diagnosisDifferences(before, both).map(({ text }) => text)).toContain(
    'A flow (authorization_code) is there that was not in the recording.',
  );
});

test('a client whose name was replaced is the same client', () => {
  const after = changed((flow) => ({ ...flow, flow: { ...flow.flow, client: 'stand-in' } }));
  const rename = (text: string): string => text.replaceAll(/^(?:spa|stand-in)$/g, '‹person-1›');
  expect(diagnosisDifferences(snapshot, after, rename)).toEqual([]);
});

test('a redacted recording says that it is one, which is no difference', () => {
  const redaction = { version: 1, placeholders: [], signatures: {}, hides: [] } as const;
  const gaps = redactedGaps(redaction);
  expect(told({ ...snapshot, redaction, gaps })).toEqual([]);
  const popup = { kind: 'popup', text: 'A window was not recorded.', at: null } as const;
  expect(told({ ...snapshot, redaction, gaps: [...gaps, popup] })).toEqual([
    'Other gaps are told.',
  ]);
});
