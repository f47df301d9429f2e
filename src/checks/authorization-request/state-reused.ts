import { isBound } from '../../flow/facts/attempt.ts';
import { rfc } from '../check.ts';
import { reusedValueCheck } from '../shared/reused-value.ts';

export default reusedValueCheck({
  name: 'state',
  title: 'The same state is used for several logins',
  why: 'A stored or constant state no longer tells which browser and which attempt a response belongs to. With PKCE or a nonce, state may carry other things, such as a return path.',
  fix: 'Make a new state for each authorization request.',
  specs: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  severity: (message) => (isBound(message) ? 'info' : 'warning'),
});
