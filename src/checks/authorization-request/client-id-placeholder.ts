import { faultOf } from '../../http/value-fault.ts';
import { describeFault } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

const FAULTS = new Set(['placeholder', 'quotes', 'white space', 'line break']);

export default faultyParameterCheck({
  name: 'client_id',
  title: 'client_id is a placeholder or was pasted badly',
  why: 'The server compares client_id character by character, so a template value, quotation marks or white space make it an unknown client.',
  fix: 'Set client_id to the bare value of the registration, and trim what is read from environment files.',
  specs: [rfc(6749, '2.2')],
  errors: ['invalid_client', 'unauthorized_client'],
  explains: [
    'error-page-client-unknown',
    'authz-error-invalid-client',
    'authz-error-unauthorized-client',
  ],
  unrefused: null,
  fault(message) {
    const value = message.effective('client_id') ?? '';
    const fault = faultOf(value);
    if (fault === null || !FAULTS.has(fault)) return null;
    return {
      observed: `client_id is ${quote(value)}: ${describeFault(value)}.`,
      expected: 'The client_id of the registration',
    };
  },
});
