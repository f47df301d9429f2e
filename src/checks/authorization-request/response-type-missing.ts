import { presence, startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { doesWithout } from '../../providers/registry/request-shapes.ts';
import { list } from '../../words/numbers.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'response_type is missing',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'response_type is required: without it the server cannot tell what the client wants back.',
  fix: 'Add response_type=code to the authorization request.',
  specs: [rfc(6749, '3.1.1')],
  explains: [
    'authz-error-invalid-request',
    'authz-error-unsupported-response-type',
    'error-page-shown',
  ],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || doesWithout(message.endpoint, 'response_type')) return;
    const seen = presence(message, 'response_type');
    if (seen === 'present') return;
    if (seen === 'hidden') {
      yield cannotTell('The request object cannot be read; response_type may be inside.');
      return;
    }
    const empty = message.params.has('response_type');
    const names = [...new Set(message.params.pairs.map(({ name }) => name))];
    yield {
      at: parameter('response_type'),
      observed: empty
        ? 'response_type is empty.'
        : `The request has only ${list(names.slice(0, 12))}.`,
      expected: 'response_type=code',
      severity: wasAccepted(flow) ? 'warning' : 'error',
    };
  },
});
