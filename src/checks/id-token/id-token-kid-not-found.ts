import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { wentOnWith } from '../../flow/facts/id-token-use.ts';
import { endOf } from '../../flow/facts/moments.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { cannotTell, defineCheck, member, type Observation, oidc } from '../check.ts';

const MAX_NAMED = 6;
/** A key set that was read this long before the token belongs to the same login, in milliseconds. */
const SAME_LOGIN = 300_000;

export default defineCheck({
  title: 'The key that signed the ID token is not in the key set',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  token: 'id_token',
  why: 'A client that verifies the signature finds no key with this kid and refuses the token, unless it fetches the key set again. Keys that were rotated, and caches before the key set, are the usual reasons.',
  fix: 'Publish a new key in the key set before signing with it; have the client fetch the key set again when it meets an unknown kid.',
  specs: [oidc('10.1.1'), oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const signature = jwt && flow.recording.signatureOf(jwt);
    if (signature?.is !== 'no-key' || signature.kid === null) return;
    const { kid, set } = signature;
    const issued = endOf(message.exchange);
    if (set.onDemand || set.asOf < issued - SAME_LOGIN) {
      yield cannotTell(
        'The key set was not fetched near the moment at which the token was issued.',
      );
      return;
    }
    const kids = set.keys.flatMap((key) => stringMember(key, 'kid') ?? []);
    const named = kids.slice(0, MAX_NAMED).map((one) => quote(one, 60));
    const when = `${span(set.asOf - issued)} ${set.asOf < issued ? 'earlier' : 'later'}`;
    yield {
      at: member('id_token'),
      observed: `The ID token was signed with the key ${quote(kid, 80)}; the key set at ${set.url}, fetched ${when}, has ${named.length > 0 ? list(named) : 'no key'}.`,
      expected: `A key with the kid ${quote(kid, 80)}`,
      ...weightOf(set.asOf >= issued, wentOnWith(message, flow)),
    };
  },
});

/** A client that fetched the key set again, because it does not know the key, has to give up. */
function weightOf(isAfter: boolean, goesOn: boolean): Partial<Observation> {
  if (goesOn) return { severity: 'info' };
  return isAfter ? { severity: 'error', effect: 'client-rejects' } : {};
}
