import { startsFlow } from '../../flow/facts/attempt.ts';
import { faultOf } from '../../http/value-fault.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** What is left of a setting that had no value. */
const UNSET = new Set(['empty', 'empty variable', 'object']);
const OTHER_NAMES = ['client_key', 'appid', 'app_id'];

export default defineCheck({
  title: 'client_id is missing',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'Without it the server knows neither the client nor its redirect URIs. Usually a setting was empty when the URL was built.',
  fix: 'Set client_id, and check that its environment variable has a value when the application is built.',
  specs: [rfc(6749, '4.1.1')],
  explains: ['error-page-shown', 'error-page-client-unknown', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || doesWithout(message.endpoint, 'client_id')) return;
    const value = message.effective('client_id');
    if (value && !UNSET.has(faultOf(value) ?? '')) return;
    if (OTHER_NAMES.some((name) => message.params.has(name))) return;
    yield {
      at: parameter('client_id'),
      observed:
        value === undefined ? 'The request has no client_id.' : `client_id is ${quote(value)}.`,
      expected: 'The client_id of the registration',
    };
  },
});
