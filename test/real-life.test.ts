import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import json from '../src/report/formats/json.ts';
import { flowsAfter } from './helpers/any-order.ts';
import { type Expectation, readRealLife, recordingOf } from './helpers/real-life.ts';
import { recordingWith, sharedReport } from './helpers/shared-report.ts';

interface FindingJson {
  readonly check: string;
  readonly severity: string;
  readonly title: string;
  readonly observed: string;
  readonly expected: string | null;
  readonly fix: string;
}

interface ReportJson {
  readonly flows: readonly {
    readonly grant: string;
    readonly outcome: string;
    readonly verdict: { readonly text: string; readonly cause: string | null };
    readonly findings: readonly FindingJson[];
  }[];
  readonly findings: readonly FindingJson[];
}

/** The redacted report, as the command line writes it. */
async function reportOf(har: string): Promise<ReportJson> {
  const { gaps, exchanges } = recordingOf(har);
  return JSON.parse(await sharedReport(json, { ...recordingWith(exchanges), gaps })) as ReportJson;
}

/** What falls short of the expectation. */
function shortcomings({ flows, findings }: ReportJson, expected: Expectation): readonly string[] {
  const all = [...flows.flatMap((flow) => flow.findings), ...findings];
  const alarms = all.filter(({ severity }) => severity !== 'info').map(({ check }) => check);
  const causes = flows.map(({ verdict }) => verdict.cause);
  const words = [
    ...flows.map(({ verdict }) => verdict.text),
    ...all.map((one) => [one.title, one.observed, one.expected, one.fix].join(' ')),
  ].join('\n');
  const { cause, finds, outcome, grant, flows: count } = expected;
  const problems: readonly (readonly [boolean, string])[] = [
    [cause.length > 0 && !causes.some((one) => one !== null && cause.includes(one)), 'cause'],
    [finds.length > 0 && !all.some(({ check }) => finds.includes(check)), 'finding'],
    [outcome.length > 0 && !flows.some((flow) => outcome.includes(flow.outcome)), 'outcome'],
    [grant !== null && !flows.some((flow) => flow.grant === grant), 'grant'],
    [count !== null && flows.length !== count, `${flows.length} flows`],
    [expected.clean && alarms.length > 0, `reports ${alarms.join(', ')}`],
    ...expected.silent.map((id) => [alarms.includes(id), `reports ${id}`] as const),
    ...expected.says.map((one) => [!one.test(words), `does not say ${one.source}`] as const),
    ...expected.neverSays.map((one) => [one.test(words), `says ${one.source}`] as const),
  ];
  const missed = problems.filter(([wrong]) => wrong).map(([, what]) => what);
  return missed.length === 0 ? [] : [...missed, ...flows.map(({ verdict }) => verdict.text)];
}

const root = new URL('real-life/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.http'))
  .sort();

describe('a failure from real life, or unusual traffic that is right', () => {
  it.each(files)('%s', async (file) => {
    const { har, expected } = readRealLife(readFileSync(new URL(file, root), 'utf8'));
    expect(shortcomings(await reportOf(har), expected)).toEqual([]);
  });
});

describe('the order in which the exchanges of a recording arrive', () => {
  const said = (...[exchanges, looks]: Parameters<typeof flowsAfter>) =>
    flowsAfter(exchanges, looks).map(({ flow, outcome, verdict, findings }) => ({
      id: flow.id,
      outcome,
      text: verdict.text,
      findings: findings.map(({ check, severity, observed }) => [check, severity, observed]),
    }));

  it.each(files)('changes nothing: %s', (file) => {
    const { har } = readRealLife(readFileSync(new URL(file, root), 'utf8'));
    const exchanges = [...recordingOf(har).exchanges];
    const expected = said(exchanges, new Set());
    fc.assert(
      fc.property(
        fc.shuffledSubarray(exchanges, { minLength: exchanges.length }),
        fc.subarray(exchanges),
        fc.array(fc.nat(exchanges.length), { maxLength: 4 }),
        (shuffled, repeated, looks) => {
          expect(said([...shuffled, ...repeated], new Set(looks))).toEqual(expected);
        },
      ),
      { numRuns: 4 },
    );
  });
});
