import { rfc } from '../check.ts';
import { absentParameterCheck } from '../shared/absent-parameter-check.ts';

export default absentParameterCheck({
  title: 'Of actor_token and actor_token_type one is missing',
  why: 'actor_token_type is required beside actor_token and forbidden without it.',
  fix: 'Send both or none of them.',
  specs: [rfc(8693, '2.1')],
  required: ({ grant, params }) =>
    grant === 'token_exchange' && (params.get('actor_token') || params.get('actor_token_type'))
      ? ['actor_token', 'actor_token_type']
      : [],
});
