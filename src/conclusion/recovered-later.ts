import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import { hostOf } from '../http/url.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

const LOGINS: ReadonlySet<string> = new Set(['authorization_code', 'implicit', 'hybrid']);

const WORKED = 'A later attempt of this client worked.';

/**
 * Returns a function that gives failed attempts the sign `recovered` when a later attempt with the
 * same purpose worked: the same client asked the same server for the same. Unchanged flows keep their
 * identity.
 */
export function recoveredLater(): (flows: readonly AnalysedFlow[]) => readonly AnalysedFlow[] {
  const known = new WeakMap<AnalysedFlow, AnalysedFlow>();
  const recovered = (analysed: AnalysedFlow): AnalysedFlow => {
    const before = known.get(analysed);
    if (before) return before;
    const { verdict } = analysed;
    const text = `${verdict.text} ${WORKED}`;
    const context = verdict.context === null ? WORKED : `${verdict.context} ${WORKED}`;
    const told = { ...verdict, text, context, sign: 'recovered' } as const;
    const result: AnalysedFlow = { ...analysed, verdict: told };
    known.set(analysed, result);
    return result;
  };
  return (flows) => {
    if (!flows.some(hasFailed)) return flows;
    const worked = new Set<string>();
    const result = [...flows];
    for (let index = flows.length - 1; index >= 0; index -= 1) {
      const analysed = flows[index];
      const purpose = analysed ? purposeOf(analysed.flow) : null;
      if (!analysed || purpose === null) continue;
      if (analysed.verdict.sign === 'good') worked.add(purpose);
      else if (hasFailed(analysed) && worked.has(purpose)) result[index] = recovered(analysed);
    }
    return result;
  };
}

/** A success that is only followed by a refusal, such as of an API, is not made up for by a login. */
function hasFailed({ outcome, verdict }: AnalysedFlow): boolean {
  return outcome === 'failed' && verdict.sign === 'bad';
}

/** What an attempt is for. Null when its client or its server is not known. */
const purposeOf = memoised((flow: Flow): string | null => {
  const { client, authorizationServer: server, grant, relation } = flow;
  if (client === null || server === null) return null;
  const purpose = LOGINS.has(grant) ? 'login' : grant;
  return JSON.stringify([client, hostOf(server), purpose, relation]);
});
