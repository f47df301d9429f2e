import { startsFlow } from '../../flow/facts/attempt.ts';
import { isRefusedFor } from '../../flow/facts/request-refusal.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidc, parameter, rfc } from '../check.ts';

const MAX_TOLD = 3;
const ERRORS = ['invalid_request', 'invalid_request_object', 'invalid_client'];

export default defineCheck({
  title: 'The URL and the request object have different values',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'The server reads the request object and ignores the copies outside of it. Only client_id has to be the same in both.',
  fix: 'Look at the values inside of the request object, and leave those out of the URL that nothing requires there.',
  specs: [rfc(9101, '6.3'), rfc(9101, '5'), oidc('6.1')],
  explains: ['authz-error-invalid-request', 'authz-error-invalid-request-object'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow)) return;
    const [client, others] = [conflicts(message, true), conflicts(message, false)];
    if (client.length > 0) {
      const refused = isRefusedFor(flow, 'client_id', ERRORS);
      yield {
        at: parameter('client_id'),
        title: 'The request object is of another client than the URL',
        observed: `${sentence(client)}.`,
        why: 'client_id has to be the same in the URL and in the request object, so that the server knows whose request it is.',
        fix: 'Send the client_id of the request object in the URL.',
        ...(refused ? { severity: 'error', effect: 'request-fails' } : { severity: 'warning' }),
      };
    }
    const [first] = others;
    if (first === undefined) return;
    yield { at: parameter(first.name), observed: `${sentence(others)}.`, explains: [] };
  },
});

interface Conflict {
  readonly name: string;
  readonly outside: string;
  readonly inside: string;
}

/** The parameters that the URL and the object have with different values; of the client, or others. */
function conflicts(
  { params, inner }: AuthorizationRequest,
  ofClient: boolean,
): readonly Conflict[] {
  if (inner === null) return [];
  return params.pairs.flatMap(({ name, value: outside }) => {
    const inside = inner.get(name);
    if ((name === 'client_id') !== ofClient || !inside || !outside) return [];
    return inside === outside ? [] : [{ name, outside, inside }];
  });
}

function sentence(found: readonly Conflict[]): string {
  const told = found.slice(0, MAX_TOLD);
  return list(
    told.map(
      ({ name, outside, inside }) =>
        `${name} is ${quote(outside, 80)} in the URL and ${quote(inside, 80)} in the request object`,
    ),
  );
}
