import { startsFlow } from '../../flow/facts/attempt.ts';
import { clientIdUrlFault, isClientIdUrl } from '../../flow/facts/client-id-url.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { ClientMetadataRequest } from '../../oauth/kinds/client-metadata-request.ts';
import type { Message } from '../../oauth/message.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, parameter } from '../check.ts';
import { cimd } from '../shared/cimd-specs.ts';
import { quotedRefusal } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'The metadata document of the client is not valid',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The URL in client_id is the identity of the client. The server reads the document there, and refuses one that breaks the rules.',
  fix: 'Correct the document at the URL in client_id.',
  specs: [cimd('3'), cimd('4'), cimd('4.1')],
  explains: [
    'error-page-client-unknown',
    'error-page-shown',
    'authz-error-unknown-code',
    'authz-error-unauthorized-client',
    'authz-error-invalid-request',
    'cimd-not-supported',
  ],
  subject: 'authorization-request',
  *check(request, flow) {
    if (!startsFlow(request, flow)) return;
    const document = flow.messages.find(isDocument);
    const fault = document ? documentFault(document, request) : refusedUrl(request, flow);
    if (fault === null) return;
    yield {
      at: parameter('client_id'),
      ...fault,
      ...(refusalText(flow) === '' ? { severity: 'info' as const, effect: null } : {}),
    };
  },
});

function isDocument(message: Message): message is ClientMetadataRequest {
  return message.kind === 'client-metadata-request';
}

const SHARED_SECRET = /^client_secret_/;

function documentFault(
  { clientId, metadata }: ClientMetadataRequest,
  request: AuthorizationRequest,
): Observation | null {
  const named = stringMember(metadata, 'client_id');
  if (named !== clientId) {
    return {
      title: 'The metadata document of the client names another client_id than its own URL',
      observed: `The document at ${clientId} has client_id ${quote(named ?? '')}.`,
      expected: clientId,
      fix: `Write ${quote(clientId)} into client_id of the document, character by character, or publish it at the URL that it names.`,
    };
  }
  const method = stringMember(metadata, 'token_endpoint_auth_method');
  if ((method !== null && SHARED_SECRET.test(method)) || Object.hasOwn(metadata, 'client_secret')) {
    return {
      title: 'The metadata document of the client asks for a client secret',
      observed: `The document at ${clientId} has ${method === null ? 'a client_secret' : `token_endpoint_auth_method ${quote(method)}`}. A document that everybody can read cannot hold a shared secret.`,
      expected: 'none, or private_key_jwt with jwks_uri',
      fix: 'Set token_endpoint_auth_method of the document to none, or to private_key_jwt with the public keys in jwks_uri, and remove client_secret.',
    };
  }
  if (request.effective('redirect_uri') && !Array.isArray(metadata.redirect_uris)) {
    return {
      observed: `The document at ${clientId} has no list redirect_uris.`,
      fix: `List ${quote(request.effective('redirect_uri') ?? '')} in redirect_uris of the document.`,
    };
  }
  return null;
}

/** What a server says that could not use the document behind a `client_id`. */
const ABOUT_DOCUMENT = /metadata|document|fetch|retriev|resolve/i;

function refusedUrl(request: AuthorizationRequest, flow: Flow): Observation | null {
  const clientId = request.effective('client_id');
  const refusal = refusalText(flow);
  if (!clientId || !isClientIdUrl(clientId) || refusal === '') return null;
  const fault = clientIdUrlFault(clientId);
  const said = `The server refused it: ${quotedRefusal(refusal)}.`;
  if (fault !== null && /client/i.test(refusal)) {
    return {
      title: 'A client may not publish its metadata at the URL in client_id',
      observed: `client_id is ${quote(clientId)}: ${fault}. ${said}`,
      expected: 'An https URL with a path',
      fix: 'Publish the metadata of the client at an https URL with a path, and send exactly this URL as client_id.',
    };
  }
  if (!/client/i.test(refusal) || !ABOUT_DOCUMENT.test(refusal) || /redirect/i.test(refusal)) {
    return null;
  }
  return {
    basis: 'reported',
    title: 'The server could not use the metadata document of the client',
    observed: `client_id is ${quote(clientId)}. ${said}`,
    fix: `Open ${clientId}: it has to answer 200 with JSON, without a redirect or a login, to the server as well, and to name exactly this URL as client_id.`,
  };
}
