import { isRefusedFor, requestRefusal } from '../../flow/facts/request-refusal.ts';
import { nearMiss } from '../../http/near-miss.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { oidc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

/** OpenID Connect Core section 3.1.2.1, and Initiating User Registration via OpenID Connect. */
const DEFINED = ['none', 'login', 'consent', 'select_account', 'create'];

export default faultyParameterCheck({
  name: 'prompt',
  title: 'prompt has a value that the server does not support',
  why: 'The values are exact lower-case words, separated by spaces. Servers may define more of them, and some take only one at a time.',
  fix: 'Send one of the values that the server documents, or leave prompt out.',
  specs: [
    oidc('3.1.2.1'),
    {
      label: 'Initiating User Registration via OpenID Connect section 4',
      url: 'https://openid.net/specs/openid-connect-prompt-create-1_0.html#section-4',
    },
  ],
  unrefused: 'info',
  fault(message, flow) {
    const prompt = message.effective('prompt');
    const values = (prompt ?? '').split(/\s+/).filter(Boolean);
    if (prompt === undefined || (values.length > 1 && values.includes('none'))) return null;
    const listed = jsonList(flow.metadata?.metadata?.prompt_values_supported);
    const unknown = values.filter((one) => !DEFINED.includes(one) && !listed.includes(one));
    const refused = isRefusedFor(flow, 'prompt', ['invalid_request']);
    if (unknown.length > 0) {
      const meant = DEFINED.find((one) => unknown.some((value) => isMeant(value, one)));
      // A value of the server's own is no fault while it works.
      if (!refused && meant === undefined) return null;
      return {
        observed: `prompt is ${quote(prompt)}, and ${list(unknown.map((one) => quote(one)))} is not a defined value.`,
        expected: list(listed.length > 0 ? listed : DEFINED),
        ...(meant === undefined ? {} : { fix: `Send prompt=${meant}.` }),
      };
    }
    // Every value is a defined one: only the words of the server can mean it.
    if (!refused || values.length === 0 || !requestRefusal(flow)?.words.includes('prompt'))
      return null;
    return values.length > 1
      ? {
          title: 'prompt has several values, and the server takes one',
          observed: `prompt is ${quote(prompt)}, which is legal.`,
          expected: 'One value',
          fix: `Send one value of prompt: ${values.join(' or ')}.`,
        }
      : { observed: `prompt is ${quote(prompt)}.`, expected: 'A value that the server supports' };
  },
});

/** Whether a value is a defined one in another spelling. */
function isMeant(value: string, defined: string): boolean {
  const spelt = value.toLowerCase().replace(/[-\s.]/g, '_');
  return spelt === defined || nearMiss(spelt, defined) !== null;
}
