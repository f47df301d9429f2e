import type { Finding } from '../checks/finding.ts';
import { isFederated } from '../flow/facts/attempt.ts';
import { hostOf } from '../http/url.ts';
import { toAttempt } from '../words/references.ts';
import type { AnalysedFlow, Verdict } from './analysed-flow.ts';
import { flowsByParent } from './flow-tree.ts';

/** How many levels of logins inside logins are followed. Real ones have two or three. */
const DEEPEST = 16;

interface Told {
  readonly inner: AnalysedFlow;
  readonly result: AnalysedFlow;
}

/**
 * Returns a function that adds the failures of inner logins to the verdicts of the outer ones: a
 * login that did not succeed, and whose own messages do not show why, failed because the login
 * inside it failed. Unchanged flows keep their identity.
 */
export function innerFailures(): (flows: readonly AnalysedFlow[]) => readonly AnalysedFlow[] {
  const known = new WeakMap<AnalysedFlow, Told>();
  return (flows) => {
    if (!flows.some(({ flow }) => isFederated(flow))) return flows;
    const inside = flowsByParent(flows, isFederated);
    const tell = (outer: AnalysedFlow, depth: number): AnalysedFlow => {
      const last = inside.get(outer.flow.id)?.at(-1);
      if (!last || depth > DEEPEST || outer.outcome === 'succeeded' || isExplained(outer))
        return outer;
      const inner = tell(last, depth + 1);
      if (inner.outcome !== 'failed' || isSamePage(inner, outer)) return outer;
      const told = known.get(outer);
      if (told?.inner === inner) return told.result;
      const result = tellInner(outer, inner);
      known.set(outer, { inner, result });
      return result;
    };
    return flows.map((one) => tell(one, 0));
  };
}

/** A loop ends when the inner login works, so what to do is what the inner login says. */
function tellInner(outer: AnalysedFlow, inner: AnalysedFlow): AnalysedFlow {
  const { cause } = outer.verdict;
  const reason = inner.verdict.cause;
  const told: Finding | null =
    cause?.effect === 'starts-over' && reason
      ? { ...cause, owner: reason.owner, fix: reason.fix }
      : cause;
  return {
    ...outer,
    findings: outer.findings.map((finding) => (told && finding === cause ? told : finding)),
    verdict: verdictWith(outer, inner, told),
  };
}

/**
 * True when one of the login's own messages explains the failure. A failure that the server in
 * between merely reports does not count, nor does a loop, in which the inner login fails again and
 * again.
 */
function isExplained({ verdict: { cause } }: AnalysedFlow): boolean {
  if (cause?.effect === 'starts-over') return false;
  return cause !== null && cause.severity === 'error' && cause.basis !== 'reported';
}

/** True when the only failure of the inner login is the page that also ended the outer one. */
function isSamePage(inner: AnalysedFlow, outer: AnalysedFlow): boolean {
  if (inner.verdict.cause?.effect !== 'ended-by-page') return false;
  const page = failing(outer);
  return page !== null && page === failing(inner);
}

/** Id of the exchange that the verdict is about. */
function failing({ flow, verdict }: AnalysedFlow): string | null {
  const at = verdict.cause?.message ?? null;
  return at === null ? null : (flow.messages[at]?.exchange.id ?? null);
}

const INSIDE = 'The login inside it';

/** The own headline stays if there is one; what the inner login says is the detail. */
function verdictWith(outer: AnalysedFlow, inner: AnalysedFlow, cause: Finding | null): Verdict {
  const server = inner.flow.authorizationServer;
  const host = server === null ? 'another server' : hostOf(server);
  const failed = `${INSIDE}, at ${host}, failed.`;
  const own = outer.verdict.cause === null ? null : outer.verdict;
  const [first] = inner.flow.messages;
  return {
    ...outer.verdict,
    text: [own?.text, failed, inner.verdict.text].filter(Boolean).join(' '),
    headline: own?.headline ?? failed,
    detail: own
      ? [own.detail, failed, inner.verdict.text].filter(Boolean).join(' ')
      : inner.verdict.text,
    references: [
      ...outer.verdict.references,
      ...(first ? [toAttempt(INSIDE, first)] : []),
      ...inner.verdict.references,
    ],
    cause,
    sign: 'bad',
  };
}
