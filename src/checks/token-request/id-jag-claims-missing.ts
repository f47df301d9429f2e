import { refusedIdJag } from '../../flow/facts/id-jag.ts';
import { refusesGrant } from '../../oauth/values/token-request-view.ts';
import { list } from '../../words/numbers.ts';
import { claim, defineCheck, type Observation } from '../check.ts';
import { REFUSALS_OF_GRANT } from '../shared/absent-parameter-check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

const REQUIRED = ['iss', 'sub', 'aud', 'client_id', 'jti', 'exp', 'iat'];
/** Claims without which no server can do its checks. */
const COMPARED = new Set(['iss', 'sub', 'aud', 'client_id', 'exp']);

export default defineCheck({
  title: 'The ID-JAG lacks what every ID-JAG has',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'assertion',
  effect: 'request-fails',
  why: 'The server of the resource has to check issuer, subject, audience, client and times. The identity provider puts them in, so the client cannot add them.',
  fix: 'Set up the application and its resource at the identity provider, and check that its version supports ID-JAG.',
  specs: [ID_JAG],
  explains: REFUSALS_OF_GRANT,
  subject: 'token-request',
  *check(message) {
    const claims = refusesGrant(message) ? refusedIdJag(message)?.claims : undefined;
    const fault = claims ? faultOf(claims) : null;
    if (fault) yield fault;
  },
});

function faultOf(claims: Readonly<Record<string, unknown>>): Observation | null {
  const missing = REQUIRED.filter((name) => !Object.hasOwn(claims, name));
  const [first] = missing;
  if (first !== undefined) {
    return {
      at: claim(first),
      observed: `The ID-JAG has no ${list(missing)}.`,
      certainty: missing.some((name) => COMPARED.has(name)) ? 'certain' : 'likely',
    };
  }
  const { aud } = claims;
  if (!Array.isArray(aud) || aud.length === 1) return null;
  return {
    at: claim('aud'),
    observed: `aud of the ID-JAG is a list of ${aud.length}, and an ID-JAG is for one server.`,
    expected: 'One issuer',
  };
}
