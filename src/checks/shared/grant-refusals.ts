import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { type RefusalTable, type RefusalText, type ToldGrant, toldGrant } from './told-grant.ts';

/** What the token endpoint's error codes mean for one grant. */
interface GrantRefusals {
  /** What the client hands in. */
  readonly handsIn: string;
  /** Parameters that a request needs beside grant_type and the client's own. */
  readonly needs: readonly string[];
  /** Parameters that a request usually has, as well. */
  readonly has?: readonly string[];
  readonly invalidGrant: RefusalText;
  readonly invalidRequest?: RefusalText;
}

const ASSERTION = {
  handsIn: 'the assertion',
  needs: ['assertion'],
} as const;

/** Grants without a token request have none. */
const GRANTS: Readonly<Partial<Record<ToldGrant, GrantRefusals>>> = {
  authorization_code: {
    handsIn: 'the authorization code',
    needs: ['code'],
    has: ['redirect_uri', 'client_id', 'code_verifier'],
    invalidGrant: {
      title: 'The authorization code is refused (invalid_grant)',
      why: 'It has expired, was used before, was revoked, or belongs to another client, redirect_uri or code_verifier. The server does not have to say which.',
      fix: 'Start a new login; if that fails as well, compare redirect_uri, client_id and code_verifier of both requests.',
    },
    invalidRequest: {
      why: 'A parameter is missing, doubled or unreadable to the server. A JSON body, a wrong Content-Type and a missing code_verifier are the usual reasons.',
      fix: 'Send a form body with grant_type, code, redirect_uri, client_id and code_verifier, each once.',
    },
  },
  refresh_token: {
    handsIn: 'the refresh token',
    needs: ['refresh_token'],
    has: ['client_id'],
    invalidGrant: {
      title: 'The refresh token is refused',
      fix: 'Send the user to the login once, and save the newest refresh token of every answer.',
    },
  },
  password: {
    handsIn: 'the user name and the password',
    needs: ['username', 'password'],
    has: ['client_id'],
    invalidGrant: {
      title: 'The credentials of the user are refused (invalid_grant)',
      owner: 'user',
      why: 'The user name or the password is wrong, or the account is locked, disabled or has to do something first. The server does not have to say which.',
      fix: 'Enter user name and password again; if they are right, have the server’s administrator look at the account.',
    },
  },
  client_credentials: {
    handsIn: 'the credentials of the client',
    needs: [],
    has: ['client_id', 'client_secret', 'scope'],
    invalidGrant: {
      title: 'The client credentials grant is refused (invalid_grant)',
      owner: 'registration',
      why: 'This grant hands in nothing but the client’s own credentials. The server means the client, or the account that it acts as.',
      fix: 'Check at the server that the client is enabled, may use this grant, and has an account to act as where the server wants one.',
    },
  },
  device_code: {
    handsIn: 'the device code',
    needs: ['device_code'],
    has: ['client_id'],
    invalidGrant: {
      title: 'The device code is refused (invalid_grant)',
      why: 'It is unknown, was used before, or was issued to another client.',
      fix: 'Ask for a new device code, and poll with it as the same client.',
    },
  },
  ciba: {
    handsIn: 'the auth_req_id',
    needs: ['auth_req_id'],
    has: ['client_id'],
    invalidGrant: {
      title: 'The auth_req_id is refused (invalid_grant)',
      why: 'It is unknown, was used before, or was issued to another client (CIBA Core section 11).',
      fix: 'Send a new authentication request, and ask with its auth_req_id as the same client.',
    },
  },
  jwt_bearer: {
    ...ASSERTION,
    invalidGrant: {
      title: 'The assertion is refused (invalid_grant)',
      why: 'Its issuer, audience, subject, lifetime or signature does not satisfy the server (RFC 7523 section 3).',
      fix: 'Compare iss, aud, sub, exp and the signing key of the assertion with what the server expects of this client.',
    },
  },
  saml_bearer: {
    ...ASSERTION,
    invalidGrant: {
      title: 'The SAML assertion is refused (invalid_grant)',
      why: 'Its Issuer, Audience, Recipient, lifetime or signature does not satisfy the server (RFC 7522 section 3).',
      fix: 'Compare Issuer, Audience, Recipient, NotOnOrAfter and the signing certificate with what the server expects.',
    },
  },
  token_exchange: {
    handsIn: 'the token to exchange',
    needs: ['subject_token', 'subject_token_type'],
    has: ['audience', 'resource', 'requested_token_type'],
    invalidGrant: {
      title: 'The token to exchange is refused (invalid_grant)',
      why: 'subject_token or actor_token has expired, was revoked, comes from an issuer that the server does not trust, or was not issued for this client.',
      fix: 'Exchange a token that is still valid: compare its iss, aud and exp, and subject_token_type, with what the server accepts.',
    },
    invalidRequest: {
      title: 'The server refuses the token exchange (invalid_request)',
      why: 'A parameter is missing, or subject_token or actor_token is invalid or unacceptable: RFC 8693 section 2.2.2 has this code for both.',
      fix: 'Check that the token is valid and comes from an issuer that the server trusts, and that subject_token_type names its type.',
    },
  },
  id_jag_exchange: {
    handsIn: 'the ID token',
    needs: ['subject_token', 'subject_token_type', 'audience'],
    has: ['requested_token_type', 'resource', 'scope'],
    invalidGrant: {
      title: 'The identity provider refuses the token to exchange (invalid_grant)',
      why: 'subject_token has expired, belongs to another client, or is no token of a login at this server.',
      fix: 'Log the user in again, and exchange the new ID token as the same client.',
    },
    invalidRequest: {
      title: 'The identity provider refuses the request for an ID-JAG (invalid_request)',
      why: 'A parameter is missing, or subject_token is invalid: RFC 8693 section 2.2.2 has this code for both.',
      fix: 'Send audience with the issuer of the other authorization server, and a subject_token of this server that is still valid.',
    },
  },
  id_jag: {
    ...ASSERTION,
    handsIn: 'the ID-JAG',
    invalidGrant: {
      title: 'The ID-JAG is refused (invalid_grant)',
      why: 'Its aud has to be the issuer of this server, its client_id this client, and its iss an identity provider that the server trusts; it is valid for minutes.',
      fix: 'Compare aud, client_id, iss and exp of the ID-JAG with this server and client, and get a new one from the identity provider.',
    },
  },
  uma: {
    handsIn: 'the permission ticket',
    needs: [],
    has: ['ticket'],
    invalidGrant: {
      title: 'The permission ticket is refused (invalid_grant)',
      why: 'A ticket is unknown, has expired, or was used before (UMA 2.0 Grant section 3.3.6).',
      fix: 'Call the API without a token for a new ticket, and redeem that ticket at once.',
    },
  },
};

const UNKNOWN: GrantRefusals = {
  handsIn: 'what the client handed in',
  needs: [],
  invalidGrant: {
    title: 'The grant is refused (invalid_grant)',
    why: 'What the client handed in is invalid, has expired, was revoked, or belongs to another client.',
    fix: 'Compare what the request hands in with what the server documents for this grant.',
  },
};

/** What the error codes mean for the grant of this request. */
export function refusalsOf(message: TokenRequest): GrantRefusals {
  return GRANTS[toldGrant(message)] ?? UNKNOWN;
}

/** The meaning of an error code for the grant of this request; empty when it is the same for all. */
export function refusalFor(
  message: TokenRequest,
  by: 'invalidGrant' | 'invalidRequest' | RefusalTable | undefined,
): RefusalText {
  if (by === undefined) return {};
  const text = typeof by === 'string' ? refusalsOf(message)[by] : by[toldGrant(message)];
  return text ?? {};
}
