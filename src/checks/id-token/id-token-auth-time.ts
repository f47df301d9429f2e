import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { askedAt, freshness, mayHaveAsked } from '../../flow/facts/login-freshness.ts';
import { isOfLogin } from '../../flow/facts/login-tokens.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, oidc } from '../check.ts';

const LEEWAY = 60_000;

export default defineCheck({
  title: 'The server did not ask the user to log in again',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  why: 'With max_age or prompt=login the client wants a fresh login. The server answered with an older one, so whoever sits at the browser got in without a password.',
  fix: 'Have the server, and a broker in between, honour max_age and prompt=login; have the client compare auth_time before it trusts the login.',
  specs: [oidc('3.1.2.1'), oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const wanted = freshness(flow);
    if (!wanted || !isOfLogin(message) || mayHaveAsked(flow)) return;
    const authTime = numericClaim(idTokenJwt(message)?.claims ?? {}, 'auth_time');
    // A time in milliseconds is a different mistake.
    if (authTime === null || authTime > 1e11) return;
    const asked = askedAt(flow);
    if (asked === null) {
      yield cannotTell('Only the clock of a recorder shows when the login was asked for.');
      return;
    }
    const old = asked - authTime * 1_000;
    if (old <= wanted.seconds * 1_000 + LEEWAY) return;
    yield {
      at: claim('auth_time'),
      observed: `The authorization request had ${wanted.parameter}. By auth_time the user had logged in ${span(old)} before it.`,
      expected:
        wanted.seconds === 0
          ? 'A login after the request'
          : `A login in the last ${span(wanted.seconds * 1_000)}`,
    };
  },
});
