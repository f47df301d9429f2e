import type { Basis, Finding } from '../checks/finding.ts';
import { isFederated } from '../flow/facts/attempt.ts';
import { lastError } from '../flow/facts/reported-error.ts';
import type { Flow } from '../flow/flow.ts';
import { asksForNothing } from '../oauth/values/response-type.ts';
import type { Outcome, Verdict } from './analysed-flow.ts';

const BASIS_ORDER: readonly Basis[] = ['computed', 'reported', 'observed', 'heuristic'];
const MAX_OBSERVED = 320;

/** Marks each finding that only follows from another one of the same flow, which came no later. */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const explaining = explainingBy(findings);
  const causes = new Map<string, string>();
  return findings.map((finding) => {
    const causedBy = causeOf(finding, explaining.get(finding.check) ?? [], causes);
    if (causedBy !== null) causes.set(finding.check, causedBy);
    return causedBy === finding.causedBy ? finding : { ...finding, causedBy };
  });
}

/**
 * By the check that they explain: of each other check the first finding on each basis, which explains
 * whatever a later one would; so thousands of findings cost no more than the checks that made them.
 */
function explainingBy(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const { check, basis, message, explains } = finding;
    const kind = [check, basis, message === null, ...explains].join(' ');
    const known = first.get(kind);
    if (!known || outranks(finding, known)) first.set(kind, finding);
  }
  const explaining = new Map<string, Finding[]>();
  for (const finding of first.values()) {
    for (const explained of finding.explains) {
      const known = explaining.get(explained);
      if (known) known.push(finding);
      else explaining.set(explained, [finding]);
    }
  }
  return explaining;
}

/** The check of the strongest finding that explains this one; null when nothing does. */
function causeOf(
  finding: Finding,
  explaining: readonly Finding[],
  causes: ReadonlyMap<string, string>,
): string | null {
  let best: Finding | null = null;
  for (const other of explaining) {
    if (other.check === finding.check || isLater(other, finding)) continue;
    if (isAncestor(causes, finding.check, other.check)) continue;
    if (best === null || outranks(other, best)) best = other;
  }
  return best?.check ?? null;
}

function isLater(a: Finding, b: Finding): boolean {
  return a.message !== null && b.message !== null && a.message > b.message;
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
  const refused = new Set(
    findings.filter(isReported).map(({ check, message }) => at(check, message)),
  );
  const first = candidates.reduce<Finding | null>(
    (best, finding) => (best === null || comesFirst(finding, best, refused) ? finding : best),
    null,
  );
  if (first) return topOf(first, findings);
  return outcome === 'failed' ? (findings.find(isReported) ?? null) : null;
}

const at = (check: string, message: number | null): string => `${check} ${message}`;

function isReported({ basis }: Finding): boolean {
  return basis === 'reported';
}

/**
 * The earliest failing message first, and there what was computed before what was reported. Of two
 * that were computed, the one that says why the server refused: the other is trouble besides.
 */
function comesFirst(a: Finding, b: Finding, refused: ReadonlySet<string>): boolean {
  const place = (finding: Finding): number => finding.message ?? Number.MAX_SAFE_INTEGER;
  if (place(a) !== place(b)) return place(a) < place(b);
  if (a.basis !== b.basis) return BASIS_ORDER.indexOf(a.basis) < BASIS_ORDER.indexOf(b.basis);
  const explainsRefusal = (finding: Finding): boolean =>
    finding.explains.some((check) => refused.has(at(check, finding.message)));
  return explainsRefusal(a) && !explainsRefusal(b);
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
