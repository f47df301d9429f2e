import { registrationAnswer } from '../../flow/facts/registered-members.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'The client secret of the registration has expired',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A server may give the secret of a client that registers itself an end, client_secret_expires_at. From then on it refuses the client.',
  fix: 'Register the client again, or get a new secret at its registration_client_uri, and do so before the next end.',
  specs: [rfc(7591, '3.2.1')],
  explains: ['token-error-invalid-client', 'token-error-unauthorized-client'],
  subject: 'token-request',
  *check(message, flow) {
    const { response, basic, params, exchange } = message;
    if (response.error !== 'invalid_client' || !(basic || params.has('client_secret'))) return;
    const client = clientOf(message) ?? flow.client;
    const registration = client === null ? null : flow.recording.registrationOf(client);
    if (registration === null) return;
    const end = numericMember(registrationAnswer(registration), 'client_secret_expires_at');
    if (end === null || end <= 0 || end * 1_000 > exchange.startedAt) return;
    yield {
      observed: `The registration has client_secret_expires_at ${end}, ${span(exchange.startedAt - end * 1_000)} before this request.`,
      expected: 'A secret that is still valid',
    };
  },
});
