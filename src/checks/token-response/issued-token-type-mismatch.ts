import { stringMember } from '../../oauth/values/json.ts';
import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

/** An access token in the form of a JWT may be called either (RFC 8693 section 3). */
const ALIKE = new Set(['access_token', 'jwt']);

export default defineCheck({
  title: 'The token exchange brought another kind of token than was asked for',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'The server issued what it could instead of refusing. The next step, which needs the kind that was asked for, will fail.',
  fix: 'Allow the client at the server to exchange for the type that it asks for; for an ID-JAG, turn on cross-app access.',
  specs: [rfc(8693, '2.2.1'), ID_JAG],
  subject: 'token-request',
  *check({ grant, params, response }) {
    const asked = params.get('requested_token_type');
    const issued = stringMember(response.json, 'issued_token_type');
    if (grant !== 'token_exchange' || response.outcome !== 'tokens') return;
    if (!asked || !issued || asked === issued) return;
    if ([asked, issued].every((type) => ALIKE.has(tokenTypeOf(type) ?? ''))) return;
    yield {
      at: member('issued_token_type'),
      observed: `requested_token_type was ${quote(asked)}, and issued_token_type is ${quote(issued)}.`,
      expected: quote(asked),
    };
  },
});
