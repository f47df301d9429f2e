import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'unsupported_token_type',
  title: 'The token type is not supported here',
  owner: 'client',
  why: 'The server does not take or issue tokens of this type.',
  fix: 'Use a token type that the server supports.',
  specs: [rfc(7009, '2.2.1')],
});
