import { tokensWorkedAfter } from '../../flow/facts/discovery.ts';
import { thumbprintInput } from '../../oauth/values/dpop.ts';
import { type JsonObject, stringMember } from '../../oauth/values/json.ts';
import { keysIn } from '../../oauth/values/key-set.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'Two keys of the server have one name',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A client that looks a key up by kid may find the wrong one, and then refuses the token.',
  fix: 'Give each key its own kid, for example its thumbprint (RFC 7638).',
  specs: [rfc(7517, '4.5')],
  subject: 'jwks-request',
  *check(message, flow) {
    const seen = new Map<string, string | null>();
    for (const key of keysIn(message.exchange) ?? []) {
      const name = nameOf(key);
      const print = thumbprintInput(key);
      const other = name === null ? undefined : seen.get(name);
      if (name !== null) seen.set(name, print);
      // The same key twice is one key.
      if (other === undefined || other === null || print === null || other === print) continue;
      const kid = stringMember(key, 'kid') ?? '';
      yield {
        at: member('keys'),
        observed: `The key set has two different ${key.kty} keys with the kid ${quote(kid, 80)}.`,
        ...(tokensWorkedAfter(flow, message) ? { severity: 'info' } : {}),
      };
    }
  },
});

/** Keys of other types or for another use may share a kid (RFC 7517 section 4.5). */
function nameOf(key: JsonObject): string | null {
  const kid = stringMember(key, 'kid');
  return kid === null ? null : JSON.stringify([kid, key.kty, key.use ?? 'sig']);
}
