import { deviates } from '../../providers/registry/deviations.ts';
import { rfc } from '../check.ts';
import { scopeFaultCheck } from '../shared/scope-fault-check.ts';

export default scopeFaultCheck({
  kind: 'commas',
  title: 'The scopes are separated by commas',
  why: 'scope is a list of names with spaces between them. The server looks for one name with commas in it.',
  fix: 'Join the scopes with spaces, percent-encoded as %20 or +.',
  specs: [rfc(6749, '3.3')],
  unless: (endpoint) => deviates(endpoint, 'comma-scopes'),
});
