import { isRefused, saidIn } from '../../flow/facts/said.ts';
import { hasStatus } from '../../http/status.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { textOfCode } from '../shared/code-texts.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'The server issues no device code',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'Without a device code and a user code the device has nothing to show to the user, and nothing to poll with.',
  fix: 'Compare client_id and scope with the registration of the client.',
  specs: [rfc(8628, '3.1'), rfc(6749, '5.2')],
  subject: 'device-authorization-request',
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    if (!response || !isRefused(exchange)) return;
    const { code } = saidIn(exchange);
    yield endpointRefusal(
      'The device authorization endpoint',
      message,
      flow,
      textFor(code, exchange.response),
    );
  },
});

function textFor(
  code: string | null,
  response: Parameters<typeof hasStatus>[0],
): Partial<Observation> {
  if (code === 'unauthorized_client' || code === 'unsupported_grant_type') {
    return {
      title: 'The client may not use the device grant',
      owner: 'registration',
      fix: 'Allow the device grant (urn:ietf:params:oauth:grant-type:device_code) in the registration of the client.',
    };
  }
  if (code === 'invalid_client') {
    return {
      title: 'The server does not know the client, or not its credentials',
      fix: 'Compare client_id, and the authentication of the client, with its registration.',
    };
  }
  if (code === 'invalid_scope') {
    return {
      title: 'The server refuses the scope of the device login',
      fix: 'Ask only for scopes that the client may have.',
    };
  }
  if (code === null && (hasStatus(response, 404, 405) || hasStatus(response, 501, 501))) {
    return {
      title: 'The device authorization endpoint does not exist at this URL',
      fix: 'Take device_authorization_endpoint from the metadata of the server; without one, the server does not offer the device grant.',
    };
  }
  if (hasStatus(response, 500, 599)) {
    return {
      title: 'The device authorization endpoint fails',
      owner: 'authorization server',
      fix: 'Look into the logs of the authorization server at this moment.',
    };
  }
  return textOfCode(code);
}
