import { startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { parameterEntry } from '../../oauth/registry/parameters.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

/** RFC 8707 section 2 allows these to repeat. Servers that support `audience` allow it too. */
const REPEATABLE = new Set(['resource', 'audience', 'claims']);

export default defineCheck({
  title: 'A parameter appears more than once',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'A parameter may not repeat. Servers refuse the request, or they differ in which value they use. Often a library adds its default to the same extra parameter.',
  fix: 'Send each parameter once.',
  specs: [rfc(6749, '3.1')],
  explains: ['authz-error-invalid-request', 'error-page-shown'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow)) return;
    const { params } = message;
    for (const name of new Set(params.pairs.map((pair) => pair.name))) {
      if (REPEATABLE.has(name) || parameterEntry(name) === null) continue;
      const values = params.all(name).filter(Boolean);
      if (values.length < 2) continue;
      const same = new Set(values).size === 1;
      yield {
        at: parameter(name),
        observed: `${name} appears ${values.length} times, ${same ? 'with the same value' : 'with different values'}.`,
        expected: `${name} once`,
        severity: wasAccepted(flow) ? 'warning' : 'error',
      };
    }
  },
});
