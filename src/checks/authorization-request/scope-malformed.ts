import { rfc } from '../check.ts';
import { scopeFaultCheck } from '../shared/scope-fault-check.ts';

export default scopeFaultCheck({
  kind: 'malformed',
  title: 'scope is not a list of scope names',
  why: 'scope is a list of names with spaces between them, in ASCII without quotation marks and backslashes. The list was turned into text in another way, or a variable in it was empty.',
  fix: 'Send the names of the scopes joined by spaces, as scopes.join(" ") writes them.',
  specs: [rfc(6749, '3.3')],
});
