import type { Snapshot } from '../../../src/analysis/analysis.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import type { AnalysedFlow, Verdict } from '../../../src/conclusion/analysed-flow.ts';
import { plainVerdict } from '../../../src/conclusion/verdict.ts';
import { CookieLedger } from '../../../src/correlation/cookie-ledger.ts';
import { count } from '../../../src/words/numbers.ts';
import { shortened } from '../../../src/words/quote.ts';
import { compareSeverities } from '../../../src/words/severities.ts';

/** Id of the row for messages and findings outside any flow. */
export const OUTSIDE = 'outside';

/** Whether this is the row for messages and findings outside any flow, and no flow. */
export const isOutside = ({ flow }: AnalysedFlow): boolean => flow.id === OUTSIDE;

const MAX_OBSERVED = 200;

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
  const findings = outside.map(({ finding, message }) => ({
    ...finding,
    // Conclusions are kept by exchange, because its message may be a new object.
    message: messages.findIndex(
      ({ exchange, kind }) => exchange === message.exchange && kind === message.kind,
    ),
  }));
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
    findings,
    unclear: [],
    outcome: 'unknown',
    verdict: verdictOn(messages.length, findings),
  };
  cache.set(messages, analysed);
  return analysed;
}

/** The worst finding, and the number of the others. An error is the cause. */
function verdictOn(messages: number, findings: readonly Finding[]): Verdict {
  const [worst, ...others] = findings.toSorted((a, b) => compareSeverities(a.severity, b.severity));
  if (!worst) return plainVerdict(`${count(messages, 'message')} without a finding.`, 'unknown');
  const context =
    others.length === 0 ? null : `Beside it: ${count(others.length, 'more finding')}.`;
  const observed = shortened(worst.observed.replace(/\.$/, ''), MAX_OBSERVED);
  const said = observed === '' ? worst.title : `${worst.title}: ${observed}`;
  const text = [`${said}${said.endsWith('…') ? '' : '.'}`, context].filter(Boolean).join(' ');
  const { title, references } = worst;
  if (worst.severity !== 'error')
    return { ...plainVerdict(text, 'unknown'), headline: title, context };
  const detail = worst.observed || null;
  return { text, headline: title, detail, context, references, cause: worst, sign: 'bad' };
}
