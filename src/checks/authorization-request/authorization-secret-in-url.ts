import { startsFlow } from '../../flow/facts/attempt.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const SECRETS = [
  'client_secret',
  'code_verifier',
  'client_assertion',
  'password',
  'refresh_token',
  'access_token',
];

export default defineCheck({
  title: 'A secret travels in the authorization URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'The URL passes through the user’s browser, its history and the logs of every hop. A secret in it is no longer secret.',
  fix: 'Send it to the token endpoint only, from a server when it is a client secret, and replace the exposed one.',
  specs: [rfc(6749, '2.3.1'), rfc(9700, '4.2')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow)) return;
    const query = formParams(queryOf(message.exchange.request.url));
    for (const name of SECRETS) {
      const value = query.get(name);
      if (!value) continue;
      yield {
        at: parameter(name),
        observed: `The URL has ${name} (${value.length} characters).`,
        expected: `No ${name} in the authorization request`,
      };
    }
  },
});
