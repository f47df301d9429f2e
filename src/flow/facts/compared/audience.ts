import { audiences } from '../../../oauth/values/jwt.ts';
import { clientOf } from '../../../oauth/values/token-request-view.ts';
import type { Flow } from '../../flow.ts';
import { type ComparedValue, type Comparison, compare, stepOf, valueAt } from '../comparison.ts';
import { type IdTokenBearer, idTokenJwt } from '../id-token.ts';

/** `aud` and `azp` of each ID token with the client (OpenID Connect Core section 3.1.3.7). */
export default function compareAudiences(flow: Flow): readonly Comparison[] {
  return [...flow.responses, ...flow.tokenRequests].flatMap((message) => {
    const claims = idTokenJwt(message)?.claims;
    if (!claims || (message.kind === 'token-request' && message.grant === 'token_exchange'))
      return [];
    const client = clientAt(message, flow);
    const step = stepOf(flow, message);
    const aud = audiences(claims);
    const { azp } = claims;
    const all: Comparison[] = [];
    if (aud.length > 0) {
      const equal = client.value !== null && aud.includes(client.value);
      const text = equal ? client.value : aud.join(' ');
      all.push(
        compare(flow, valueAt({ step, part: 'claim', name: 'aud' }, text), client, { equal }),
      );
    }
    if (typeof azp === 'string') {
      const unknown = azp === client.value ? null : 'OpenID Connect has no rule for another azp';
      all.push(
        compare(flow, valueAt({ step, part: 'claim', name: 'azp' }, azp), client, { unknown }),
      );
    }
    return all;
  });
}

/** The client that asked for the token, at the message that names it. */
function clientAt(message: IdTokenBearer, flow: Flow): ComparedValue {
  const own = message.kind === 'token-request' ? clientOf(message) : null;
  const named =
    own === null
      ? flow.messages.find(({ params }) => params.get('client_id') === flow.client)
      : message;
  const isHeader = own !== null && !message.params.get('client_id');
  return valueAt(
    {
      step: stepOf(flow, named),
      part: isHeader ? 'header' : 'parameter',
      name: isHeader ? 'Authorization' : 'client_id',
    },
    own ?? flow.client,
  );
}
