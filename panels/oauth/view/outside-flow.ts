import type { Snapshot } from '../../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { count } from '../../../src/words/numbers.ts';
import { compareSeverities } from '../../../src/words/severities.ts';

/** Id of the row that holds what belongs to no flow. */
export const OUTSIDE = 'outside';

type Outside = Pick<Snapshot, 'outside' | 'loose'>;

const cache = new WeakMap<Outside['loose'], AnalysedFlow>();

/**
 * Messages and findings that belong to no flow, in the shape of one, so that they are shown like the
 * others; null when there are none.
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
        requestsWith: () => [],
        lastRequestWith: () => null,
        tokenRequestsWith: () => [],
      },
    },
    findings: outside.map(({ finding, message }) => ({
      ...finding,
      // What was concluded of an exchange is kept; its message may have been made anew.
      message: messages.findIndex(
        ({ exchange, kind }) => exchange === message.exchange && kind === message.kind,
      ),
    })),
    unclear: [],
    outcome: 'unknown',
    verdict: {
      text: sentence(messages.length, outside),
      cause: null,
    },
  };
  cache.set(messages, analysed);
  return analysed;
}

/** The worst finding, and how many there are besides. */
function sentence(messages: number, found: Outside['outside']): string {
  const [worst, ...others] = found
    .map(({ finding }) => finding)
    .toSorted((a, b) => compareSeverities(a.severity, b.severity));
  if (!worst) return `${count(messages, 'message')} without a finding.`;
  const more = others.length === 0 ? '' : ` (and ${count(others.length, 'more finding')})`;
  return `${worst.title}${more}.`;
}
