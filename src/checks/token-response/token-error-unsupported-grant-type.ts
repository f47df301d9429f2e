import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'unsupported_grant_type',
  title: 'The server does not support this grant type',
  owner: 'client',
  why: 'The grant is unknown to the server or switched off. A body that the server cannot read, such as JSON, has the same effect.',
  fix: 'Use a grant_type that the server supports, in a form body.',
  specs: [rfc(6749, '5.2')],
});
