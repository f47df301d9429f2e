import type { Flow } from '../../flow/flow.ts';
import { guarded } from '../../http/own-failure.ts';
import type { Steps } from '../../http/stepwise.ts';
import { type LikeMessages, likeMessages } from './like-messages.ts';
import type { CheckResult } from './run.ts';

/** Of like messages, so many at either end are judged, and so many between them. */
const AT_ENDS = 8;
const BETWEEN = 16;

const NOTHING: CheckResult = { findings: [], unclear: [] };

/**
 * What checks say of each message of a flow. Repetitions are folded: of messages that are alike, some
 * are judged. Between two of them with the same results, no other message is, and the findings of the
 * first say how often they were repeated (`again`). Where the results differ, more messages are judged,
 * until it is known where the change is.
 *
 * That is a pure function of the flow, so it makes no difference when the messages were recorded.
 * `run` judges one message, in one step.
 */
export function* foldedResults(
  flow: Flow,
  run: (index: number) => CheckResult,
): Steps<readonly CheckResult[]> {
  const results: CheckResult[] = new Array(flow.messages.length);
  const like = guarded(
    'find which messages are alike',
    () => {},
    () => likeMessages(flow),
    () => [],
  );
  for (const one of like) {
    for (const [from, to] of yield* alike(one, results, run)) fold(one.indexes, from, to, results);
  }
  for (const index of flow.messages.keys()) {
    if (results[index]) continue;
    results[index] = run(index);
    yield;
  }
  return results;
}

type Span = readonly [from: number, to: number];

/** Judges some of the messages. The result are spans whose ends say the same, as places among them. */
function* alike(
  { indexes, sameRequest }: LikeMessages,
  results: CheckResult[],
  run: (index: number) => CheckResult,
): Steps<readonly Span[]> {
  const judged = function* (place: number): Steps<CheckResult> {
    const index = indexes[place] ?? 0;
    const known = results[index];
    if (known) return known;
    const result = run(index);
    results[index] = result;
    yield;
    return result;
  };
  const places = samples(indexes.length);
  const open = places.slice(1).map((to, index): Span => [places[index] ?? 0, to]);
  const found: Span[] = [];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const first = yield* judged(from);
    const last = yield* judged(to);
    if (to - from < 2) continue;
    const isFolded = sameRequest || first.findings.length === 0;
    if (isFolded && isSame(first, indexes[from], last, indexes[to])) found.push(span);
    else {
      const middle = (from + to) >> 1;
      open.push([from, middle], [middle, to]);
    }
  }
  return found;
}

/** Places of the messages that are judged at least. */
function samples(count: number): readonly number[] {
  const places = new Set<number>();
  for (let place = 0; place < AT_ENDS; place += 1) {
    places.add(place);
    places.add(count - 1 - place);
  }
  for (let part = 1; part < BETWEEN; part += 1) places.add(Math.floor((count * part) / BETWEEN));
  return [...places].sort((a, b) => a - b);
}

/** Gives the messages between two places the results of the first. */
function fold(indexes: readonly number[], from: number, to: number, results: CheckResult[]): void {
  const index = indexes[from] ?? 0;
  const first = results[index] ?? NOTHING;
  const again = indexes.slice(from + 1, to);
  for (const one of again) {
    results[one] =
      first.unclear.length === 0
        ? NOTHING
        : { findings: [], unclear: first.unclear.map((unclear) => ({ ...unclear, message: one })) };
  }
  if (first.findings.length === 0) return;
  const findings = first.findings.map((finding) => ({ ...finding, again }));
  results[index] = { ...first, findings };
}

/** Whether two messages have the same results, each at itself. */
function isSame(
  one: CheckResult,
  at: number | undefined,
  other: CheckResult,
  otherAt: number | undefined,
): boolean {
  return (
    one.findings.length === other.findings.length &&
    one.unclear.length === other.unclear.length &&
    one.findings.every((finding, place) => {
      const like = other.findings[place];
      return (
        finding.message === at &&
        like?.message === otherAt &&
        finding.check === like?.check &&
        finding.severity === like.severity &&
        finding.certainty === like.certainty &&
        finding.basis === like.basis &&
        finding.owner === like.owner &&
        finding.effect === like.effect &&
        finding.title === like.title &&
        finding.at?.part === like.at?.part &&
        finding.at?.name === like.at?.name &&
        finding.explains.join(' ') === like.explains.join(' ')
      );
    }) &&
    one.unclear.every(({ check, reason }, place) => {
      const like = other.unclear[place];
      return check === like?.check && reason === like.reason;
    })
  );
}
