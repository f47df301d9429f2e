import type { Finding } from '../checks/finding.ts';
import type { Flow } from '../flow/flow.ts';
import { shortened } from '../words/quote.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { rootCause } from './root-cause.ts';
import { verdictOf } from './verdict.ts';

const MAX_OBSERVED = 200;

interface Told {
  readonly reason: Finding;
  readonly result: AnalysedFlow;
}

/**
 * Returns a function that adds to the conclusion on a loop of logins what ended its rounds: the cause
 * that the last round has beside the loop, else that of the round before. The owner of that cause has
 * to act, by its fix. Unchanged flows keep their identity.
 */
export function loopReasons(): (flows: readonly AnalysedFlow[]) => readonly AnalysedFlow[] {
  const known = new WeakMap<AnalysedFlow, Told>();
  return (flows) => {
    if (!flows.some(({ verdict }) => isLoop(verdict.cause))) return flows;
    const byId = new Map(flows.map((one) => [one.flow.id, one]));
    return flows.map((one) => {
      const loop = one.verdict.cause;
      const reason = loop && isLoop(loop) ? reasonFor(one, loop, byId) : null;
      if (!loop || !reason) return one;
      const told = known.get(one);
      if (told?.reason === reason) return told.result;
      const result = tell(one, loop, reason);
      known.set(one, { reason, result });
      return result;
    });
  };
}

const isLoop = (finding: Finding | null): boolean => finding?.effect === 'starts-over';

function reasonFor(
  { flow, findings }: AnalysedFlow,
  loop: Finding,
  byId: ReadonlyMap<string, AnalysedFlow>,
): Finding | null {
  const own = endingOf(
    findings.filter((finding) => finding !== loop && !isLoop(finding)),
    flow,
  );
  if (own) return own;
  const before = byId.get(flow.recording.loopOf(flow)?.before ?? '');
  return before ? endingOf(before.findings, before.flow) : null;
}

/** The cause of what ended the round. A weakness that ended nothing is no reason for a loop. */
function endingOf(findings: readonly Finding[], flow: Flow): Finding | null {
  const cause = rootCause(findings, 'failed', flow);
  const ends = (finding: Finding): boolean => {
    const severe = finding.severity === 'error' || finding.effect !== null;
    return (
      severe && finding.severity !== 'info' && (finding === cause || followsFrom(finding, cause))
    );
  };
  return findings.some(ends) ? cause : null;
}

function followsFrom({ causedBy }: Finding, cause: Finding | null): boolean {
  for (let up = causedBy; up !== null; up = up.causedBy) if (up === cause) return true;
  return false;
}

function tell(one: AnalysedFlow, loop: Finding, reason: Finding): AnalysedFlow {
  const said = shortened(reason.observed.replace(/\.$/, ''), MAX_OBSERVED);
  const told: Finding = {
    ...loop,
    observed: `${loop.observed} ${reason.title}: ${said}${said.endsWith('…') ? '' : '.'}`,
    owner: reason.owner,
    fix: reason.fix,
    references: [...loop.references, ...reason.references],
  };
  const findings = one.findings.map((finding) => {
    if (finding === loop) return told;
    return finding.causedBy === loop ? { ...finding, causedBy: told } : finding;
  });
  return { ...one, findings, verdict: verdictOf(one.flow, findings, one.outcome) };
}
