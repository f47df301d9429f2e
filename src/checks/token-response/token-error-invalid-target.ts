import { rfc } from '../check.ts';
import { targetEvidence } from '../shared/target-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';
import type { RefusalTable, RefusalText } from '../shared/told-grant.ts';

const ASSERTION: RefusalText = {
  why: 'resource or audience names the API that the token is for, beside the assertion. It is unknown to the server, or not open to this client or subject.',
};
const ON_DEVICE: RefusalText = {
  why: 'The API is fixed when the login begins. The token request may ask for that one, and not for another.',
  fix: 'Send the same resource in the request that begins the login and in the token request.',
};

const TARGETS: RefusalTable = {
  authorization_code: {
    why: 'resource may be one of those of the authorization request and no other; it may also be unknown to the server, or not go with the scopes.',
    fix: 'Send the same resource in the authorization request and in the token request, as it is registered at the server.',
  },
  refresh_token: {
    title: 'The refresh token is not good for this resource (invalid_target)',
    why: 'A refresh token brings tokens for the resources of its login. At some servers it is good for one only.',
    fix: 'Ask for this resource in the authorization request of a new login, or refresh without resource.',
  },
  password: {
    why: 'The API is unknown to the server, or this client may not have tokens for it; user and password are not the reason.',
  },
  client_credentials: {
    title: 'The server refuses the API that the client asks for (invalid_target)',
    why: 'The API is unknown to the server, or nobody has authorized this client for it.',
    fix: 'Authorize the client for the API at the server, and send the identifier of the API as it is registered there.',
  },
  device_code: ON_DEVICE,
  ciba: ON_DEVICE,
  jwt_bearer: ASSERTION,
  saml_bearer: ASSERTION,
  token_exchange: {
    title: 'The server issues no token for this audience or resource (invalid_target)',
    why: 'The server does not know the audience or resource, or its policy does not let this client exchange for it (RFC 8693 section 2.2.2). The token to exchange is not the reason.',
    fix: 'Send the audience or resource as the server knows it, and allow this client to exchange for it.',
  },
  id_jag_exchange: {
    title: 'The identity provider does not know the server of the resource (invalid_target)',
    owner: 'administrator',
    why: 'audience has to be the issuer of an authorization server that the identity provider is connected with, and resource an API of it.',
    fix: 'Connect the application with the resource at the identity provider; the client has to send the issuer that is set there, character by character.',
  },
  id_jag: {
    title: 'The server of the resource does not know the API in the ID-JAG (invalid_target)',
    why: 'resource of the ID-JAG, or of the request, names an API that this server does not issue tokens for.',
    fix: 'Repeat the token exchange with a resource that the server of the resource knows, as its metadata names it.',
  },
  uma: {
    title: 'The server refuses the audience of the permission request (invalid_target)',
    why: 'The audience of this grant is the API that protects the resource, by its own client_id or identifier.',
    fix: 'Send the identifier of the API that issued the permission ticket.',
  },
};

export default tokenErrorCheck({
  code: 'invalid_target',
  title: 'The server refuses the resource that the token is for (invalid_target)',
  owner: 'client',
  why: 'The resource or audience is missing, malformed or unknown to the server, does not go with the scopes, or this client may not have tokens for it.',
  fix: 'Send the identifier of the resource as it is registered at the server, and only scopes of that resource.',
  byGrant: TARGETS,
  evidence: ({ params, response }, { request }) =>
    targetEvidence(
      params.get,
      /scope/i.test(response.errorDescription ?? '') ? request?.effective('scope') : undefined,
    ),
  specs: [rfc(8707, '2'), rfc(8693, '2.2.2')],
});
