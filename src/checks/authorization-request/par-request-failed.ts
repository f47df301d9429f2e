import { isRefused, saidIn } from '../../flow/facts/said.ts';
import { hasStatus } from '../../http/status.ts';
import type { PushedAuthorizationRequest } from '../../oauth/kinds/pushed-authorization-request.ts';
import { isProtocolStep } from '../../oauth/registry/token-errors.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { textOfCode } from '../shared/code-texts.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

/** A silent request that would need a page. The authorization endpoint answers it the same way. */
const NEEDS_A_PAGE = /^(?:login|interaction|consent|account_selection)_required$/;

export default defineCheck({
  title: 'The pushed authorization request is refused',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The server checks a pushed request like any authorization request, and authenticates the client as well. Without a request_uri the login cannot begin.',
  fix: 'Correct the parameter that the answer names.',
  specs: [rfc(9126, '2.3'), rfc(6749, '4.1.2.1')],
  subject: 'pushed-authorization-request',
  *check(message, flow) {
    const { exchange } = message;
    if (!isRefused(exchange)) return;
    const { code } = saidIn(exchange);
    if (code !== null && (isProtocolStep(code) || NEEDS_A_PAGE.test(code))) return;
    const endpoint = 'The pushed authorization request endpoint';
    yield endpointRefusal(endpoint, message, flow, textFor(message));
  },
});

function textFor({ exchange, params }: PushedAuthorizationRequest): Partial<Observation> {
  const { code, text } = saidIn(exchange);
  const redirectUri = params.get('redirect_uri');
  if (code === 'invalid_client') {
    return {
      title: 'The client cannot authenticate for its pushed request',
      fix: 'Authenticate the pushed request as the token request: the same client_id, method and secret or key.',
    };
  }
  if (code === 'unauthorized_client') {
    return {
      title: 'The client may not push authorization requests',
      owner: 'registration',
      fix: 'Allow the client, its grant type and its response type in the registration.',
    };
  }
  if (redirectUri && /redirect/i.test(`${code} ${text}`)) {
    return {
      title: 'The redirect URI of the pushed request is not registered',
      owner: 'registration',
      fix: `Register exactly ${quote(redirectUri)} for the client, or send a redirect URI that is registered.`,
    };
  }
  if (code === 'invalid_scope') {
    return {
      title: 'The server refuses the scope of the pushed request',
      fix: 'Ask only for scopes that the client may have.',
    };
  }
  if (code === null && hasStatus(exchange.response, 404, 405)) {
    return {
      title: 'Nothing takes pushed authorization requests at this URL',
      fix: 'Take pushed_authorization_request_endpoint from the metadata of the server; without one, the server takes none.',
    };
  }
  if (hasStatus(exchange.response, 500, 599)) {
    return {
      title: 'The endpoint for pushed authorization requests fails',
      owner: 'authorization server',
      fix: 'Look into the logs of the authorization server at this moment.',
    };
  }
  return textOfCode(code);
}
