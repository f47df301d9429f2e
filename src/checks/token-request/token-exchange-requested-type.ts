import { refusesGrant } from '../../oauth/values/token-request-view.ts';
import { meantTokenType } from '../../oauth/values/token-types.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { REFUSALS_OF_GRANT } from '../shared/absent-parameter-check.ts';

const TYPES = ['requested_token_type', 'subject_token_type', 'actor_token_type'];

export default defineCheck({
  title: 'The token exchange names a token type that does not exist',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'Token types are URNs, which servers compare character by character.',
  fix: 'Send the registered URN of the token type.',
  specs: [rfc(8693, '3')],
  explains: REFUSALS_OF_GRANT,
  subject: 'token-request',
  *check(message) {
    const { grant, params } = message;
    if (grant !== 'token_exchange' || !refusesGrant(message)) return;
    for (const name of TYPES) {
      const value = params.get(name);
      const meant = value ? meantTokenType(value) : null;
      if (!value || meant === null) continue;
      yield {
        at: parameter(name),
        observed: `${name} is ${quote(value)}, which is close to ${quote(meant)}.`,
        expected: quote(meant),
        fix: `Set ${name} to ${meant}.`,
      };
    }
  },
});
