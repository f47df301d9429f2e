import { tokenTypeOf } from '../../oauth/values/token-types.ts';
import { rfc } from '../check.ts';
import { absentParameterCheck } from '../shared/absent-parameter-check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default absentParameterCheck({
  title: 'The request for an ID-JAG does not say for which server',
  why: 'audience names the authorization server that the ID-JAG is for; resource, which is optional, names the API.',
  fix: 'Send audience with the issuer of the authorization server of the API, as its metadata has it.',
  specs: [ID_JAG, rfc(8693, '2.1')],
  required: ({ grant, params }) =>
    grant === 'token_exchange' && tokenTypeOf(params.get('requested_token_type')) === 'id-jag'
      ? ['audience']
      : [],
});
