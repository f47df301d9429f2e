import { idTokenJwt } from '../../flow/facts/id-token.ts';
import type { Flow } from '../../flow/flow.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { defineCheck, header, rfc } from '../check.ts';

const TOLERATED = 60_000;
const ENOUGH_SAMPLES = 3;

export default defineCheck({
  title: 'The clocks of browser and server differ',
  severity: 'warning',
  owner: 'user',
  basis: 'computed',
  why: 'Clients compare the times in tokens with their own clock. With a wrong clock on either side good tokens look expired, or seem to come from the future.',
  fix: 'Set both clocks by NTP, and allow 60 s of difference when validating tokens.',
  specs: [rfc(7519, '4.1.4'), rfc(7519, '4.1.5')],
  explains: [
    'id-token-not-yet-valid',
    'id-token-expired',
    'access-token-expired',
    'token-error-invalid-dpop-proof',
  ],
  subject: 'flow',
  *check(flow) {
    const { clock } = flow.facts;
    if (!clock || Math.abs(clock.offset) - clock.uncertainty <= TOLERATED) return;
    if (clock.samples < ENOUGH_SAMPLES && !tokenAgrees(flow, clock.offset)) return;
    const behind = clock.offset < 0;
    yield {
      at: header('Date'),
      message: placeOf(flow),
      observed: `The clock of the authorization server is ${span(clock.offset)} ${behind ? 'behind' : 'ahead of'} the clock of this browser (${clock.samples} answer${clock.samples === 1 ? '' : 's'} compared).`,
      expected: 'Less than 60 s',
    };
  },
});

/** The first message with tokens, where the difference matters; otherwise the first message. */
function placeOf({ messages }: Flow): number {
  return Math.max(
    0,
    messages.findIndex(({ kind }) => kind === 'token-request'),
  );
}

/** Whether an ID token confirms the offset. A single `Date` may come from a cache or a proxy. */
function tokenAgrees({ tokenRequests }: Flow, offset: number): boolean {
  return tokenRequests.some((request) => {
    const jwt = idTokenJwt(request);
    const issued = jwt ? numericClaim(jwt.claims, 'iat') : null;
    if (issued === null) return false;
    return Math.abs(issued * 1_000 - (request.exchange.startedAt + offset)) <= TOLERATED;
  });
}
