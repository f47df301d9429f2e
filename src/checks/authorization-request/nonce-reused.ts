import { oidc } from '../check.ts';
import { reusedValueCheck } from '../shared/reused-value.ts';

export default reusedValueCheck({
  name: 'nonce',
  title: 'The same nonce is used for several logins',
  why: 'A nonce that does not change cannot show that an ID token was issued for this login, so an old one can be replayed.',
  fix: 'Make a new nonce for each authorization request.',
  specs: [oidc('15.5.2')],
});
