import { isRefusedFor } from '../../flow/facts/request-refusal.ts';
import { readAuthorizationDetails } from '../../oauth/values/authorization-details.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

const ERRORS = ['invalid_authorization_details'];

export default faultyParameterCheck({
  name: 'authorization_details',
  title: 'authorization_details is not a list of objects with a type',
  why: 'It has to be a JSON list of objects, each with a type that the server knows; the server refuses anything else.',
  fix: 'Send JSON.stringify([{ "type": "…" }]), percent-encoded once.',
  specs: [rfc(9396, '2'), rfc(9396, '5')],
  errors: ERRORS,
  explains: ['authz-error-invalid-authorization-details'],
  unrefused: 'warning',
  fault(message, flow) {
    const text = message.effective('authorization_details');
    if (!text) return null;
    const details = readAuthorizationDetails(text);
    if (details === null) {
      return {
        observed: `authorization_details is ${quote(text, 80)}, which is not a JSON list of objects.`,
        expected: 'A JSON list of objects',
      };
    }
    const without = details.findIndex(({ type }) => type === null || type === '');
    if (without >= 0) {
      return {
        observed: `Object ${without + 1} of ${details.length} in authorization_details has no type.`,
        expected: 'A type in each object',
      };
    }
    return unlistedType(
      details.flatMap(({ type }) => type ?? []),
      flow,
    );
  },
});

type Fault = ReturnType<Parameters<typeof faultyParameterCheck>[0]['fault']>;

/** A type that the metadata leaves out counts when the server refuses it. */
function unlistedType(types: readonly string[], flow: Parameters<typeof isRefusedFor>[0]): Fault {
  const listed = jsonList(flow.metadata?.metadata?.authorization_details_types_supported);
  const unlisted = types.filter((type) => !listed.includes(type));
  const refused = isRefusedFor(flow, 'authorization_details', ERRORS);
  if (listed.length === 0 || unlisted.length === 0 || !refused) return null;
  return {
    title: 'authorization_details has a type that the server does not know',
    observed: `The metadata of the server lists no type ${list(unlisted.map((one) => quote(one)))}.`,
    expected: list(listed),
    fix: 'Send a type that the server lists, exactly as it is written there.',
  };
}
