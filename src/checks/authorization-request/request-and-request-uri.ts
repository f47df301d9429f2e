import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

export default faultyParameterCheck({
  name: 'request_uri',
  title: 'request and request_uri were both sent',
  why: 'A request object travels by value (request) or by reference (request_uri). Both at once are forbidden, because they may differ.',
  fix: 'Send request or request_uri, and leave the other one out.',
  specs: [rfc(9101, '5')],
  errors: ['invalid_request_object', 'invalid_request_uri'],
  explains: ['authz-error-invalid-request-object', 'authz-error-invalid-request-uri'],
  unrefused: 'warning',
  fault({ params }) {
    if (!params.get('request') || !params.get('request_uri')) return null;
    return { observed: 'The request has request and request_uri.', expected: 'One of them' };
  },
});
