import { isRefused, saidIn } from '../../flow/facts/said.ts';
import { hasStatus } from '../../http/status.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { textOfCode } from '../shared/code-texts.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'The token is not revoked',
  severity: 'warning',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The client throws the token away and believes it gone. Whoever has a copy can use it until it expires.',
  fix: 'Compare the revocation request with what the server documents for its revocation endpoint.',
  specs: [rfc(7009, '2.2.1')],
  explains: ['cors-acao-missing'],
  subject: 'revocation-request',
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    if (!response || !isRefused(exchange)) return;
    const { code } = saidIn(exchange);
    yield endpointRefusal('The revocation endpoint', message, flow, textFor(code, response));
  },
});

function textFor(
  code: string | null,
  response: Parameters<typeof hasStatus>[0],
): Partial<Observation> {
  if (hasStatus(response, 500, 599)) {
    return {
      owner: 'authorization server',
      fix: 'Send the request again after a while (RFC 7009 section 2.2.1 names Retry-After), and look into the logs of the authorization server.',
    };
  }
  if (code === 'unsupported_token_type') {
    return {
      owner: 'authorization server',
      fix: 'Revoke the refresh token instead: the server does not revoke tokens of this type, such as self-contained access tokens.',
    };
  }
  if (code === 'invalid_client' || hasStatus(response, 401, 403)) {
    return {
      fix: 'Authenticate as at the token endpoint: a confidential client with its credentials, a public client with client_id.',
    };
  }
  return textOfCode(code);
}
