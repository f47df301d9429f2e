import type { Observation } from '../check.ts';

const MALFORMED =
  'Send the parameters that this endpoint requires, each once and with a value, in a form body.';

/** What a code means at an endpoint that has no texts of its own for it (RFC 6749 section 5.2 …). */
const CODES: Readonly<Record<string, Partial<Observation>>> = {
  invalid_request: { fix: MALFORMED },
  unauthorized_client: {
    owner: 'registration',
    fix: 'Allow this client the use of the endpoint in its registration.',
  },
  access_denied: {
    owner: 'authorization server',
    fix: 'Look at the policies of the server for this user and client.',
  },
  invalid_target: {
    title: 'The server refuses the resource that is asked for',
    fix: 'Send resource as the API is registered at the server, and only scopes of that API.',
  },
  invalid_authorization_details: {
    title: 'The server does not accept the authorization_details',
    fix: 'Send authorization_details as a JSON list of types that the server and the registration of the client know.',
  },
  invalid_request_object: {
    title: 'The server does not accept the request object',
    fix: 'Compare iss, aud, exp, alg and the signing key of the request object with the registration of the client.',
  },
  invalid_dpop_proof: {
    title: 'The server does not accept the DPoP proof',
    fix: 'Make a new proof for each request, with the htm, htu, iat and nonce of exactly that request.',
  },
  unsupported_response_type: {
    title: 'The server does not support the response_type',
    owner: 'registration',
    fix: 'Send a response_type that the metadata of the server lists and the registration of the client allows.',
  },
  unmet_authentication_requirements: {
    title: 'The server cannot reach the demanded level of login',
    fix: 'Ask for acr_values that the metadata of the server lists.',
  },
  invalid_client_attestation: {
    title: 'The server does not accept the attestation of the client',
    fix: 'Get a new client attestation, and make its proof with the key in its cnf and for this server.',
  },
  use_attestation_challenge: {
    title: 'The server wants a proof of the attestation with its challenge',
    fix: 'Repeat the request with the value of the header OAuth-Client-Attestation-Challenge as challenge of the proof.',
  },
  use_fresh_attestation: {
    title: 'The server wants a newer attestation of the client',
    fix: 'Get a new client attestation, and repeat the request with it.',
  },
};

/** What a code means at any endpoint; empty for codes that say nothing more. */
export function textOfCode(code: string | null): Partial<Observation> {
  return code !== null && Object.hasOwn(CODES, code) ? (CODES[code] ?? {}) : {};
}
