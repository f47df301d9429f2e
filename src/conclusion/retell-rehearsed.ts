import type { Finding } from '../checks/finding.ts';
import { firstRehearsed } from '../flow/facts/rehearsed.ts';
import type { Rehearsed } from '../http/exchange.ts';
import type { AnalysedFlow, Verdict } from './analysed-flow.ts';

const FIX = 'Nothing is to be mended. Look at what the application did with the fault.';

/**
 * Retells an attempt that met a fault which the user switched on: the findings from there on keep their
 * words and are no problems, and a failure by them has the sign `rehearsed`. What was wrong before the
 * fault stays as it is.
 */
export function retellRehearsed(analysed: AnalysedFlow): AnalysedFlow {
  const { flow, findings, verdict } = analysed;
  const first = firstRehearsed(flow);
  if (!first) return analysed;
  const { index, rehearsed } = first;
  const follows = ({ message }: Finding): boolean => message === null || message >= index;
  const retold = new Map(findings.filter(follows).map((one) => [one, toldAs(one, rehearsed)]));
  const toldOf = (finding: Finding): Finding => {
    const told = retold.get(finding) ?? finding;
    const above = told.causedBy && retold.get(told.causedBy);
    return above ? { ...told, causedBy: above } : told;
  };
  const all = findings.map(toldOf);
  const cause = verdict.cause && (all[findings.indexOf(verdict.cause)] ?? toldOf(verdict.cause));
  const isOurs = verdict.cause === null || follows(verdict.cause);
  return {
    ...analysed,
    findings: all,
    verdict: isOurs ? verdictWith(verdict, cause, rehearsed) : { ...verdict, cause },
  };
}

/** Findings on a message that met the fault and belongs to no attempt. */
export function asRehearsed(
  findings: readonly Finding[],
  rehearsed: Rehearsed,
): readonly Finding[] {
  return findings.map((finding) => toldAs(finding, rehearsed));
}

const sentenceOn = ({ title }: Rehearsed): string => `You switched this on: ${title}.`;

function toldAs(finding: Finding, rehearsed: Rehearsed): Finding {
  return {
    ...finding,
    severity: 'info',
    owner: 'rehearsal',
    effect: null,
    observed: `${sentenceOn(rehearsed)} ${finding.observed}`.trim(),
    fix: FIX,
  };
}

function verdictWith(verdict: Verdict, cause: Finding | null, rehearsed: Rehearsed): Verdict {
  const said = sentenceOn(rehearsed);
  const context = verdict.context === null ? said : `${said} ${verdict.context}`;
  if (verdict.sign !== 'bad')
    return { ...verdict, cause, context, text: `${verdict.text} ${said}` };
  const { headline, detail } = verdict;
  return {
    ...verdict,
    cause,
    text: `${said} ${verdict.text}`,
    headline: said,
    detail: detail === null ? headline : `${headline}: ${detail}`,
    sign: 'rehearsed',
  };
}
