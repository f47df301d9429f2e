import type { Snapshot } from '../analysis/analysis.ts';
import { redactedGaps } from '../analysis/redaction-notes.ts';
import type { Finding } from '../checks/finding.ts';
import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Gap } from '../http/exchange.ts';
import { count } from '../words/numbers.ts';
import { placeWord } from '../words/places.ts';

/** One way in which two analyses of a recording say something else. */
export interface Difference {
  /** The flow that it is about; null for what belongs to no flow. */
  readonly flow: string | null;
  /** A sentence without any value of the recording. */
  readonly text: string;
}

type Rename = (text: string) => string;

/**
 * How the diagnosis of a redacted recording differs from that of the recording itself. `rename`
 * writes the names of both as a reader sees them, because redaction can replace hosts and clients.
 */
export function diagnosisDifferences(
  before: Snapshot,
  after: Snapshot,
  rename: Rename = (text) => text,
): readonly Difference[] {
  const now = new Map(after.flows.map((analysed) => [analysed.flow.id, analysed]));
  const known = new Set(before.flows.map(({ flow }) => flow.id));
  return [
    ...before.flows.flatMap((analysed, index) => {
      const same = now.get(analysed.flow.id);
      const texts = same ? flowDifferences(analysed, same, rename) : ['is missing'];
      return texts.map((text) => ({
        flow: analysed.flow.id,
        text: `Flow ${index + 1} (${analysed.flow.grant}) ${text}.`,
      }));
    }),
    ...after.flows
      .filter(({ flow }) => !known.has(flow.id))
      .map(({ flow }) => ({
        flow: flow.id,
        text: `A flow (${flow.grant}) is there that was not in the recording.`,
      })),
    ...outsideDifferences(before, after, rename).map((text) => ({ flow: null, text })),
  ];
}

function flowDifferences(
  before: AnalysedFlow,
  after: AnalysedFlow,
  rename: Rename,
): readonly string[] {
  const nameOf = (name: string | null): string | null => (name === null ? null : rename(name));
  const causeOf = ({ verdict }: AnalysedFlow): string => verdict.cause?.check ?? 'no cause';
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['grant', before.flow.grant, after.flow.grant],
    ['outcome', before.outcome, after.outcome],
    ['sign of the verdict', before.verdict.sign, after.verdict.sign],
    ['cause', causeOf(before), causeOf(after)],
    ['step of the cause', before.verdict.cause?.message, after.verdict.cause?.message],
    ['list of messages', kindsOf(before), kindsOf(after)],
    ['place among other flows', placeOf(before), placeOf(after)],
  ];
  return [
    ...rows
      .filter(([, was, is]) => was !== is)
      .map(([what, was, is]) => `has another ${what}: ${is ?? 'none'} instead of ${was ?? 'none'}`),
    ...(nameOf(before.flow.client) === nameOf(after.flow.client) ? [] : ['has another client']),
    ...(nameOf(before.flow.authorizationServer) === nameOf(after.flow.authorizationServer)
      ? []
      : ['has another authorization server']),
    ...findingDifferences(before.findings, after.findings, rename),
  ];
}

function kindsOf({ flow }: AnalysedFlow): string {
  return flow.messages.map(({ kind }) => kind).join(', ');
}

function placeOf({ flow }: AnalysedFlow): string {
  return `${flow.relation ?? 'alone'} ${flow.parent ?? ''}`.trim();
}

function findingDifferences(
  before: readonly Finding[],
  after: readonly Finding[],
  rename: Rename,
): readonly string[] {
  const was = tally(before, rename);
  const is = tally(after, rename);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const more = (is.get(key)?.times ?? 0) - (was.get(key)?.times ?? 0);
    const told = (is.get(key) ?? was.get(key))?.told;
    if (more === 0 || told === undefined) return [];
    return [
      `${more < 0 ? 'lacks' : 'has in addition'} ${count(Math.abs(more), 'finding')} ${told}`,
    ];
  });
}

interface Tally {
  times: number;
  readonly told: string;
}

/** Equal findings, by everything that a reader goes by except the words. */
function tally(findings: readonly Finding[], rename: Rename): ReadonlyMap<string, Tally> {
  const counts = new Map<string, Tally>();
  for (const finding of findings) {
    const { check, severity, certainty, message, effect, causedBy } = finding;
    const at = placeWord(finding.at);
    const place = at === null ? null : rename(at);
    const parts = [check, severity, certainty, message, effect, place, causedBy?.check ?? null];
    const key = JSON.stringify(parts);
    const step = message === null ? '' : ` at step ${message + 1}`;
    const known = counts.get(key);
    if (known) known.times += 1;
    else counts.set(key, { times: 1, told: `${check} (${severity}, ${certainty})${step}` });
  }
  return counts;
}

function outsideDifferences(before: Snapshot, after: Snapshot, rename: Rename): readonly string[] {
  const findings = findingDifferences(
    before.outside.map(({ finding }) => finding),
    after.outside.map(({ finding }) => finding),
    rename,
  );
  const kinds = (snapshot: Snapshot): string => snapshot.loose.map(({ kind }) => kind).join(', ');
  const gaps = (snapshot: Snapshot): string =>
    ownGaps(snapshot)
      .map(({ kind }) => kind)
      .join(', ');
  return [
    ...findings.map((text) => `What is outside any flow ${text}.`),
    ...(kinds(before) === kinds(after) ? [] : ['Other messages are outside any flow.']),
    ...(gaps(before) === gaps(after) ? [] : ['Other gaps are told.']),
  ];
}

/** The gaps of a recording, without the one that says that it is redacted. */
export function ownGaps({ gaps, redaction }: Snapshot): readonly Gap[] {
  const told = new Set(redactedGaps(redaction).map(({ text }) => text));
  return gaps.filter(({ text }) => !told.has(text));
}
