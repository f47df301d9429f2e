import { asksForNothing } from '../oauth/response-type.ts';
import { isFederated } from './attempt.ts';
import type { Basis, Finding } from './finding.ts';
import type { Flow, Outcome, Verdict } from './flow.ts';
import { lastError } from './reported-error.ts';

const BASIS_ORDER: readonly Basis[] = ['computed', 'reported', 'observed', 'heuristic'];
const MAX_OBSERVED = 240;

/** Marks each finding that only follows from another one of the same flow. */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const byCheck = new Map<string, Finding>();
  for (const finding of findings)
    if (!byCheck.has(finding.check)) byCheck.set(finding.check, finding);
  const causes = new Map<string, string>();
  for (const finding of findings) {
    for (const explained of finding.explains) {
      if (explained === finding.check || !byCheck.has(explained)) continue;
      if (isAncestor(causes, explained, finding.check)) continue;
      const rival = byCheck.get(causes.get(explained) ?? '');
      if (!rival || outranks(finding, rival)) causes.set(explained, finding.check);
    }
  }
  return findings.map((finding) => {
    const causedBy = causes.get(finding.check) ?? null;
    return causedBy === finding.causedBy ? finding : { ...finding, causedBy };
  });
}

/** Whether `check` already stands above `of`: folding must not make a circle. */
function isAncestor(causes: ReadonlyMap<string, string>, check: string, of: string): boolean {
  for (let up: string | undefined = of; up !== undefined; up = causes.get(up)) {
    if (up === check) return true;
  }
  return false;
}

function outranks(a: Finding, b: Finding): boolean {
  const basis = BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis);
  if (basis !== 0) return basis < 0;
  return (a.message ?? Number.MAX_SAFE_INTEGER) < (b.message ?? Number.MAX_SAFE_INTEGER);
}

/** The one finding that names why it failed, or what is most wrong; null when nothing is. */
function rootCause(findings: readonly Finding[], outcome: Outcome): Finding | null {
  const worst = findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : outcome === 'failed' || findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : null;
  if (worst === null) return null;
  const severe = findings.filter(({ severity }) => severity === worst);
  // A refusal that is nobody's error (the user said no) ended it, not a weakness elsewhere.
  const reported = outcome === 'failed' && worst === 'warning' ? severe.filter(isReported) : [];
  const candidates = reported.length > 0 ? reported : severe;
  const first = candidates.reduce<Finding | null>(
    (best, finding) => (best === null || comesFirst(finding, best) ? finding : best),
    null,
  );
  if (first) return topOf(first, findings);
  return outcome === 'failed' ? (findings.find(isReported) ?? null) : null;
}

function isReported({ basis }: Finding): boolean {
  return basis === 'reported';
}

/** The earliest failing message first, and there what was computed before what was reported. */
function comesFirst(a: Finding, b: Finding): boolean {
  const place = (finding: Finding): number => finding.message ?? Number.MAX_SAFE_INTEGER;
  if (place(a) !== place(b)) return place(a) < place(b);
  return BASIS_ORDER.indexOf(a.basis) < BASIS_ORDER.indexOf(b.basis);
}

function topOf(finding: Finding, findings: readonly Finding[]): Finding {
  let top = finding;
  for (let steps = 0; steps < findings.length && top.causedBy !== null; steps += 1) {
    const cause = findings.find(({ check }) => check === top.causedBy);
    if (!cause) break;
    top = cause;
  }
  return top;
}

/** One sentence on the flow; it names the root cause when there is one. */
export function verdictOf(flow: Flow, findings: readonly Finding[], outcome: Outcome): Verdict {
  const cause = rootCause(findings, outcome);
  if (cause) {
    const worked = outcome === 'succeeded' && cause.severity !== 'error';
    const text = worked ? `${plainText(flow, outcome)} ${sentence(cause)}` : sentence(cause);
    return { text, cause: cause.check };
  }
  return { text: plainText(flow, outcome), cause: null };
}

function sentence({ title, observed }: Finding): string {
  const bare = observed.replace(/\.$/, '');
  return bare === '' || bare.length > MAX_OBSERVED ? `${title}.` : `${title}: ${bare}.`;
}

const THING: Readonly<Record<Flow['grant'], string>> = {
  authorization_code: 'login',
  implicit: 'login',
  hybrid: 'login',
  refresh_token: 'refresh',
  client_credentials: 'client credentials grant',
  password: 'password grant',
  device_code: 'device login',
  token_exchange: 'token exchange',
  jwt_bearer: 'assertion grant',
  saml_bearer: 'assertion grant',
  ciba: 'backchannel login',
  logout: 'logout',
  fedcm: 'FedCM login',
  other: 'grant',
};

function plainText(flow: Flow, outcome: Outcome): string {
  const thing = THING[flow.grant];
  if (outcome === 'succeeded') {
    if (flow.grant === 'logout') return 'The logout worked.';
    return asksForNothing(flow.request)
      ? `The ${thing} worked; it asked for neither code nor token.`
      : `The ${thing} worked: tokens were issued.`;
  }
  if (outcome === 'unfinished') return `The ${thing} has started and nothing has come back yet.`;
  if (outcome === 'failed') {
    const error = lastError(flow);
    return error === null
      ? `The ${thing} failed; the recording does not show why.`
      : `The ${thing} failed: the server answered ${error}.`;
  }
  if (flow.tokenRequests.length === 0 && flow.responses.at(-1)?.jarm === 'encrypted') {
    return `The ${thing} returned an encrypted response; what it says and what became of it is out of sight.`;
  }
  if (flow.tokenRequests.length === 0 && isFederated(flow)) {
    return `The ${thing} returned a code to the server in between, which redeems it out of sight.`;
  }
  return flow.tokenRequests.length > 0
    ? `The ${thing} reached the token endpoint; its answer could not be read.`
    : `The ${thing} returned a code; what became of it is out of sight (a server may have exchanged it).`;
}
