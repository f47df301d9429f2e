import type { Snapshot } from '../../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { plainVerdict } from '../../../src/conclusion/verdict.ts';
import { CookieLedger } from '../../../src/correlation/cookie-ledger.ts';
import { count } from '../../../src/words/numbers.ts';
import { compareSeverities } from '../../../src/words/severities.ts';

/** Id of the row for messages and findings outside any flow. */
export const OUTSIDE = 'outside';

type Outside = Pick<Snapshot, 'outside' | 'loose'>;

const cache = new WeakMap<Outside['loose'], AnalysedFlow>();

/**
 * The messages and findings outside any flow, in the shape of a flow so that the same components
 * show them. Null when there are none.
 */
export function outsideFlow({ outside, loose: messages }: Outside): AnalysedFlow | null {
  if (messages.length === 0) return null;
  const known = cache.get(messages);
  if (known) return known;
  const analysed: AnalysedFlow = {
    flow: {
      id: OUTSIDE,
      grant: 'other',
      client: null,
      authorizationServer: null,
      startedAt: messages[0]?.exchange.startedAt ?? 0,
      messages,
      parent: null,
      relation: null,
      request: null,
      responses: [],
      tokenRequests: [],
      metadata: null,
      facts: { pkce: [], clock: null, dpop: [] },
      recording: {
        cookies: new CookieLedger(() => {}),
        requestsWith: () => [],
        lastRequestWith: () => null,
        tokenRequestsWith: () => [],
        otherSuccess: () => null,
        registrationOf: () => null,
        lastRegistration: () => null,
        pushedRequest: () => null,
        loopOf: () => null,
        lacksMessages: () => false,
        redirectedTo: () => null,
        steppedUp: () => null,
        copiesOf: () => [],
        loggedOut: () => null,
        signatureOf: () => ({ is: 'unknown', because: 'no-keys' }),
        nextLogin: () => null,
      },
    },
    findings: outside.map(({ finding, message }) => ({
      ...finding,
      // Conclusions are kept by exchange, because its message may be a new object.
      message: messages.findIndex(
        ({ exchange, kind }) => exchange === message.exchange && kind === message.kind,
      ),
    })),
    unclear: [],
    outcome: 'unknown',
    verdict: plainVerdict(
      sentence(messages.length, outside),
      outside.some(({ finding }) => finding.severity === 'error') ? 'bad' : 'unknown',
    ),
  };
  cache.set(messages, analysed);
  return analysed;
}

/** The worst finding, and the number of the others. */
function sentence(messages: number, found: Outside['outside']): string {
  const [worst, ...others] = found
    .map(({ finding }) => finding)
    .toSorted((a, b) => compareSeverities(a.severity, b.severity));
  if (!worst) return `${count(messages, 'message')} without a finding.`;
  const more = others.length === 0 ? '' : ` (and ${count(others.length, 'more finding')})`;
  return `${worst.title}${more}.`;
}
