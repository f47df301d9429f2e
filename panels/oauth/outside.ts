import type { OutsideFinding } from '../../src/checks/analysis.ts';
import type { AnalysedFlow } from '../../src/flow/flow.ts';

/** Id of the row that holds what belongs to no flow. */
export const OUTSIDE = 'outside';

const cache = new WeakMap<readonly OutsideFinding[], AnalysedFlow>();

/** Findings that belong to no flow, in the shape of one, so that they are shown like the others. */
export function outsideFlow(outside: readonly OutsideFinding[]): AnalysedFlow {
  const known = cache.get(outside);
  if (known) return known;
  const messages = [...new Set(outside.map(({ message }) => message))];
  const count = outside.length;
  const analysed: AnalysedFlow = {
    flow: {
      id: OUTSIDE,
      grant: 'authorization_code',
      client: null,
      authorizationServer: null,
      startedAt: messages[0]?.exchange.startedAt ?? 0,
      messages,
      parent: null,
      request: null,
      responses: [],
      tokenRequests: [],
      metadata: null,
      facts: { pkce: [], clock: null },
      recording: {
        requestsWith: () => [],
        lastRequestWith: () => null,
        tokenRequestsWith: () => [],
      },
    },
    findings: outside.map(({ finding, message }) => ({
      ...finding,
      message: messages.indexOf(message),
    })),
    unclear: [],
    outcome: 'unknown',
    verdict: {
      text: `${count} ${count === 1 ? 'finding belongs' : 'findings belong'} to no flow.`,
      cause: null,
    },
  };
  cache.set(outside, analysed);
  return analysed;
}
