import { sanitizedNames } from '../../flow/facts/sanitized.ts';
import type { Flow } from '../../flow/flow.ts';
import { ownFailure } from '../../http/own-failure.ts';
import type { Steps } from '../../http/stepwise.ts';
import type { Message } from '../../oauth/message.ts';
import type { Check, Observation, Report, Subject } from '../check.ts';
import type { Finding, Unclear } from '../finding.ts';
import { foldedResults } from './folded-results.ts';
import { internalFinding } from './internal-finding.ts';

/** A check with the id and stage that its path gives it. */
export type RegisteredCheck = Check<Subject> & { readonly id: string; readonly stage: string };

/** The results of all checks on one flow. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly unclear: readonly Unclear[];
}

/** How many reports of one check on one subject are kept. More would only repeat the same. */
const MAX_REPORTS = 50;

function subjectsOf(check: RegisteredCheck): readonly Subject[] {
  return typeof check.subject === 'string'
    ? [check.subject]
    : (check.subject as readonly Subject[]);
}

type Subscriptions = ReadonlyMap<Subject, readonly RegisteredCheck[]>;

/** Sorts the checks by what they subscribe to. Done once. */
export function subscribe(checks: readonly RegisteredCheck[]): Subscriptions {
  const map = new Map<Subject, RegisteredCheck[]>();
  for (const check of checks) {
    for (const subject of subjectsOf(check)) map.set(subject, [...(map.get(subject) ?? []), check]);
  }
  return map;
}

/**
 * Runs every check on the flow, one message in each step, and repetitions once. A check that throws becomes a finding, and
 * the others go on.
 */
export function* checkSteps(flow: Flow, subscriptions: Subscriptions): Steps<CheckResult> {
  const run = (subject: Message | Flow, kind: Subject, message: number | null): CheckResult => {
    const result = { findings: [], unclear: [] };
    for (const check of subscriptions.get(kind) ?? [])
      runCheck(check, { subject, flow, message }, result);
    return result;
  };
  const results = yield* foldedResults(flow, (index) => {
    const message = flow.messages[index];
    return message ? run(message, message.kind, index) : NOTHING;
  });
  const last = run(flow, 'flow', null);
  const all: { findings: Finding[]; unclear: Unclear[] } = { findings: [], unclear: [] };
  for (const { findings, unclear } of [...results, last]) {
    for (const finding of findings) all.findings.push(finding);
    for (const one of unclear) all.unclear.push(one);
  }
  return all;
}

const NOTHING: CheckResult = { findings: [], unclear: [] };

/** What a check looks at. */
interface Looked {
  readonly subject: Message | Flow;
  readonly flow: Flow;
  readonly message: number | null;
}

function runCheck(
  check: RegisteredCheck,
  { subject, flow, message }: Looked,
  { findings, unclear }: { readonly findings: Finding[]; readonly unclear: Unclear[] },
): void {
  try {
    let count = 0;
    for (const report of callCheck(check, subject, flow)) {
      if (count >= MAX_REPORTS) break;
      count += 1;
      if ('cannotTell' in report)
        unclear.push({ check: check.id, message, reason: report.cannotTell });
      else if (restsOnUnknown(report, flow))
        unclear.push({ check: check.id, message, reason: REPLACED });
      else findings.push(findingOf(check, report, message));
    }
  } catch (error) {
    findings.push(internalFinding(ownFailure(`run the check ${check.id}`, error), message));
  }
}

const REPLACED = 'The value was replaced before the recording was shared.';

/** Whether a report is about a value that somebody replaced in the recording, so that it is unknown. */
function restsOnUnknown({ at }: Observation, flow: Flow): boolean {
  if (!at?.name || at.part === 'status' || at.part === 'body') return false;
  const names = sanitizedNames(flow);
  if (names.size === 0) return false;
  return (
    names.has(at.part === 'header' ? at.name.toLowerCase() : at.name) ||
    (at.part === 'claim' && (names.has('id_token') || names.has(at.name)))
  );
}

function callCheck(check: RegisteredCheck, subject: Message | Flow, flow: Flow): Iterable<Report> {
  return check.check(subject as never, flow);
}

function findingOf(
  check: RegisteredCheck,
  report: Exclude<Report, { cannotTell: string }>,
  message: number | null,
): Finding {
  const basis = report.basis ?? check.basis;
  const token = report.token ?? check.token;
  return {
    check: check.id,
    severity: report.severity ?? check.severity,
    certainty: report.certainty ?? (basis === 'heuristic' ? 'likely' : 'certain'),
    basis,
    owner: report.owner ?? check.owner,
    effect: report.effect === undefined ? (check.effect ?? null) : report.effect,
    message: report.message ?? message,
    at: report.at ?? null,
    ...(token === undefined ? {} : { token }),
    title: report.title ?? check.title,
    observed: onceFullStop(report.observed),
    expected: report.expected ?? null,
    why: report.why ?? check.why,
    fix: report.fix ?? check.fix,
    specs: check.specs,
    explains: report.explains ?? check.explains ?? [],
    causedBy: null,
    references: report.references ?? [],
    again: [],
  };
}

/** A quoted sentence brings its own full stop. */
function onceFullStop(text: string): string {
  return text.replace(/([.!?]["”])\.(?=\s|$)/g, '$1');
}
