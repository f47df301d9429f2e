import { isRefused, saidIn } from '../../flow/facts/said.ts';
import { hasStatus } from '../../http/status.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { textOfCode } from '../shared/code-texts.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'The API cannot ask the server about the token',
  severity: 'error',
  owner: 'resource server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The API does not learn whether the token is valid, so it refuses its callers or fails, whatever token they send.',
  fix: 'Compare the introspection request with what the server documents for its introspection endpoint.',
  specs: [rfc(7662, '2.3')],
  explains: ['cors-acao-missing'],
  aliases: ['introspection-unauthorized'],
  subject: 'introspection-request',
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    if (!response || !isRefused(exchange)) return;
    const { code } = saidIn(exchange);
    const isAnonymous = clientAuthentication(message).kind === 'none';
    const text = textFor(code, response, isAnonymous);
    yield endpointRefusal('The introspection endpoint', message, flow, text);
  },
});

function textFor(
  code: string | null,
  response: Parameters<typeof hasStatus>[0],
  isAnonymous: boolean,
): Partial<Observation> {
  if (hasStatus(response, 500, 599)) {
    return {
      title: 'The introspection endpoint fails',
      owner: 'authorization server',
      fix: 'Look into the logs of the authorization server at this moment.',
    };
  }
  if (code === 'invalid_client' || hasStatus(response, 401, 403)) {
    return {
      title: 'The introspection endpoint does not accept the API',
      fix: isAnonymous
        ? 'Send the credentials of the API with the request: it has none, and the endpoint answers only those that authenticate.'
        : 'Register the API as a client that may introspect, and send its credentials: compare client_id, secret and authentication method.',
    };
  }
  if (code === null && hasStatus(response, 404, 405)) {
    return {
      title: 'The introspection endpoint does not exist at this URL',
      fix: 'Take introspection_endpoint from the metadata of the server; without one, the server offers none, and the API has to validate tokens itself.',
    };
  }
  return textOfCode(code);
}
