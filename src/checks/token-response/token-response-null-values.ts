import { jsonText } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, member, rfc } from '../check.ts';

/** Members that are left out when they have no value. Others have checks of their own. */
const MEMBERS = ['refresh_token', 'id_token', 'scope', 'expires_in'];
const EMPTY = new Set(['null', 'undefined', 'None']);

export default defineCheck({
  title: 'Members of the token response are there without a value',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A member without a value is to be left out. Strict clients refuse null or an empty string, and others keep the text "null" as a token.',
  fix: 'Have the server leave out members that have no value.',
  specs: [rfc(6749, '5.1')],
  subject: 'token-request',
  *check({ response: { json, outcome } }) {
    if (outcome !== 'tokens' || json === null) return;
    const empty = MEMBERS.filter((name) => {
      const value = Object.hasOwn(json, name) ? json[name] : undefined;
      // An empty scope says that the token is for none.
      if (value === '') return name !== 'scope';
      return value === null || (typeof value === 'string' && EMPTY.has(value));
    });
    const [first] = empty;
    if (first === undefined) return;
    yield {
      at: member(first),
      observed: `${list(empty.map((name) => `${name} is ${jsonText(json[name])}`))}.`,
    };
  },
});
