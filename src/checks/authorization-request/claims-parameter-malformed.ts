import { parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { oidc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

/** The members that OpenID Connect defines. Servers have others, and ignore those they do not know. */
const MEMBERS = ['userinfo', 'id_token'] as const;

export default faultyParameterCheck({
  name: 'claims',
  title: 'The claims parameter is not the JSON that a server can read',
  why: 'claims is a JSON object; its members userinfo and id_token are objects that name the claims. A server cannot read anything else.',
  fix: 'Send JSON.stringify of the object, percent-encoded once.',
  specs: [oidc('5.5')],
  unrefused: 'warning',
  fault(message) {
    const text = message.effective('claims');
    if (!text) return null;
    const claims = parseJsonObject(text);
    if (claims === null) {
      return {
        observed: `claims is ${quote(text, 80)}, which is not a JSON object.`,
        expected: 'A JSON object',
      };
    }
    const wrong = MEMBERS.find((name) => name in claims && !isObjectOrNull(claims[name]));
    if (wrong === undefined) return null;
    return {
      observed: `The member ${wrong} of claims is not an object.`,
      expected: `An object, such as {"${wrong}": {"email": null}}`,
    };
  },
});

function isObjectOrNull(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}
