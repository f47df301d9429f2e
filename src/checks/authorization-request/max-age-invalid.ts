import { quote } from '../../words/quote.ts';
import { oidc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

export default faultyParameterCheck({
  name: 'max_age',
  title: 'max_age is not a number of seconds',
  why: 'max_age says how many seconds ago the user may have logged in. Servers refuse other values, or ignore them and do not ask for a new login.',
  fix: 'Send max_age as a whole number of seconds, in digits alone.',
  specs: [oidc('3.1.2.1')],
  unrefused: 'warning',
  fault(message) {
    const value = message.effective('max_age');
    if (!value || /^\d+$/.test(value)) return null;
    return { observed: `max_age is ${quote(value)}.`, expected: 'Digits, such as 3600' };
  },
});
