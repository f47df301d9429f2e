import { headerValue } from '../../http/headers.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { tokenResponseShape } from '../../providers/registry/response-shapes.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

/** IANA "OAuth Access Token Types", RFC 8693 section 2.2.1, and drafts that servers have carried out. */
const KNOWN = new Set(['bearer', 'dpop', 'n_a', 'pop', 'mac']);

export default defineCheck({
  title: 'The server issues another type of token than was asked for',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'token_type says how to present the token. A client must not use a token whose type it does not know.',
  fix: 'Have the server send token_type "Bearer", or "DPoP" for tokens that are bound to a key.',
  specs: [rfc(6749, '7.1'), rfc(9449, '5')],
  subject: 'token-request',
  *check({ exchange, response }) {
    const type = stringMember(response.json, 'token_type');
    if (!type || response.accessToken === null || response.outcome !== 'tokens') return;
    const name = type.toLowerCase();
    if (name === 'bearer' && headerValue(exchange.request.headers, 'dpop') !== null) {
      yield {
        at: member('token_type'),
        title: 'The server ignores the DPoP proof',
        observed: `The request has a DPoP proof, and token_type is ${quote(type)}: the token is not bound to the key.`,
        expected: '"DPoP"',
        why: 'Whoever gets a copy of a Bearer token can use it. A client that needs the binding has to throw this answer away.',
        fix: 'Turn DPoP on for this client at the server, or leave the proof out.',
      };
      return;
    }
    if (KNOWN.has(name) || tokenResponseShape(response.json)) return;
    yield {
      at: member('token_type'),
      title: 'No specification defines this token_type',
      observed: `token_type is ${quote(type, 60)}.`,
      expected: '"Bearer" or "DPoP"',
    };
  },
});
