import { rfc } from '../check.ts';
import { reusedValueCheck } from '../shared/reused-value.ts';

export default reusedValueCheck({
  name: 'code_challenge',
  title: 'The same code_challenge is used for several logins',
  why: 'The same verifier matches every one of these logins, so a code of one can be injected into another.',
  fix: 'Make a new code_verifier for each authorization request.',
  specs: [rfc(7636, '7.1'), rfc(9700, '2.1.1')],
});
