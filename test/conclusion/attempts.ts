import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { type LoginSketch, login } from '../helpers/exchanges.ts';

/** A text of the recording, and what stands there instead. */
export type Change = readonly [text: string, instead: string];

/** The exchanges of a login with values of its own, with some texts replaced. */
export function attemptExchanges(
  seed: string,
  changes: readonly Change[] = [],
  sketch: LoginSketch = {},
): readonly Exchange[] {
  const verifier = s256(`verifier ${seed}`);
  const own = {
    state: s256(`state ${seed}`).slice(0, 20),
    code: s256(`code ${seed}`).slice(0, 24),
    verifier,
    challenge: s256(verifier),
    ...sketch,
  };
  const cookies = { name: 'Cookie', value: '__Host-login=x1; lang=en' };
  return login(own).map((one) => {
    const sent = one.mode === 'navigate' ? [cookies] : [];
    const headers = [...one.request.headers, ...sent];
    const whole = JSON.stringify({
      ...one,
      id: `${seed} ${one.id}`,
      request: { ...one.request, headers },
    });
    const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), whole);
    return JSON.parse(changed) as Exchange;
  });
}

/** The flow of these exchanges. */
export function attempt(
  seed: string,
  changes: readonly Change[] = [],
  sketch: LoginSketch = {},
): AnalysedFlow {
  const [flow] = snapshotOf(attemptExchanges(seed, changes, sketch)).flows;
  if (!flow) throw new Error('These exchanges make no flow.');
  return flow;
}

/** What makes the token endpoint refuse the code. */
export const REFUSED: readonly Change[] = [
  [
    '"status":200,"statusText":"","headers":[{"name":"content-type","value":"application/json"},{"name":"cache-control"',
    '"status":400,"statusText":"","headers":[{"name":"content-type","value":"application/json"},{"name":"cache-control"',
  ],
  ['\\"access_token\\":', '\\"error\\":\\"invalid_grant\\",\\"was\\":'],
];
