import { serverTime } from '../../flow/facts/id-token.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { defineCheck, member, rfc } from '../check.ts';

/** Seconds by which the two may differ: rounding, and the leeway of the clocks. */
const TOLERANCE = 60;

export default defineCheck({
  title: 'expires_in promises more than the access token holds',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  why: 'Clients do not read an access token. They refresh when expires_in is over, and until then the APIs refuse a token whose exp has passed.',
  fix: 'Have the server compute expires_in and exp from one lifetime.',
  specs: [rfc(6749, '5.1'), rfc(9068, '2.2')],
  explains: ['access-token-expired'],
  subject: 'token-request',
  *check(message) {
    const promised = numericMember(message.response.json, 'expires_in');
    const real = lifetimeOf(message);
    if (real === null || promised === null || real <= 0) return;
    if (promised - real <= TOLERANCE) return;
    yield {
      at: member('expires_in'),
      observed: `expires_in is ${promised} s, but by its claim exp the access token is valid for ${real} s.`,
      expected: `expires_in of ${real}`,
    };
  },
});

/** For how many seconds the access token is valid from the moment of the answer; null when unknown. */
function lifetimeOf({ response, exchange }: TokenRequest): number | null {
  const claims = response.accessToken === null ? null : jwtOf(response.accessToken)?.claims;
  const exp = claims ? numericClaim(claims, 'exp') : null;
  if (!claims || exp === null) return null;
  const answered = serverTime(exchange);
  const issued = answered === null ? numericClaim(claims, 'iat') : Math.floor(answered / 1_000);
  return issued === null ? null : Math.round(exp - issued);
}
