import { defineErrors } from '../registry/define-signatures.ts';

const GRANTS = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/AuthorizationCodeGrantType.java',
  when: '2026-11',
} as const;
const SERVICE_ACCOUNT = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ClientCredentialsGrantType.java',
  when: '2026-11',
} as const;
const PASSWORD = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java',
  when: '2026-11',
} as const;
const TOKENS = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java',
  when: '2026-11',
} as const;
const PKCE = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java',
  when: '2026-11',
} as const;
const CREDENTIALS = {
  where: 'test/real-life/troubleshooting/posit-keycloak-unauthorized-client.http',
  when: '2026-11',
} as const;

const AGAIN = 'Send the user to the login once more';
const SETTINGS = 'Clients > Settings > Capability config';

/** Errors of the token endpoint of Keycloak. */
export default defineErrors({ seen: [GRANTS], owner: 'client' }, [
  {
    about: 'client-authentication',
    anywhere: true,
    pattern: /Invalid client or Invalid client credentials/i,
    means: 'client_id or its secret is wrong, whatever the code of the error says',
    fix: `Compare client_id and realm, and copy the secret from Clients > Credentials again; the client needs "Client authentication" on in ${SETTINGS}.`,
    owner: 'registration',
    seen: [CREDENTIALS],
  },
  {
    about: 'client-authentication',
    pattern: /Client secret not provided in request/i,
    means:
      'the client is confidential ("Client authentication" is on), and the request has no secret',
    fix: `Send the secret of Clients > Credentials from a server, or turn "Client authentication" off in ${SETTINGS} for a page or a program.`,
    owner: 'registration',
    seen: [CREDENTIALS],
  },
  {
    about: 'grant-type',
    pattern:
      /not (?:enabled|allowed) to retrieve service account|service account for the client does not exist/i,
    means: 'the client may not use client credentials',
    fix: `Turn on "Client authentication" and "Service accounts roles" in ${SETTINGS}.`,
    owner: 'registration',
    seen: [SERVICE_ACCOUNT],
  },
  {
    about: 'grant-type',
    pattern: /Client not allowed for direct access grants/i,
    means: 'the client may not use the password grant',
    fix: `Turn on "Direct access grants" in ${SETTINGS}, or use the login page.`,
    owner: 'registration',
    seen: [PASSWORD],
  },
  {
    about: 'grant-type',
    pattern: /Client not allowed to exchange code/i,
    means: 'the client may not use the code grant',
    fix: `Turn on "Standard flow" in ${SETTINGS}.`,
    owner: 'registration',
  },
  {
    about: 'grant',
    pattern: /\bCode not valid\b/,
    means: 'the code is unknown or was redeemed before, which ends its session too',
    fix: 'Redeem each code once, and start the login again.',
  },
  {
    about: 'grant',
    pattern: /\bCode is expired\b/,
    means: 'the code was redeemed too late: it is valid for a minute by default',
    fix: 'Redeem the code at once; the limit is Realm settings > Tokens > Client login timeout.',
  },
  {
    about: 'request',
    title: 'The token request has another redirect_uri than the login',
    pattern: /\bIncorrect redirect_uri\b/,
    means: 'the redirect_uri of the token request is not the one of the authorization request',
    fix: 'Send the same redirect_uri in both requests; behind a proxy, compare scheme, host and path.',
  },
  {
    about: 'grant',
    pattern:
      /Found different client_id in clientSession|Token client and authorized client don't match/,
    means: 'the code or token was issued to another client',
    fix: 'Redeem and refresh as the client that the login was for.',
    seen: [GRANTS, TOKENS],
  },
  {
    about: 'pkce',
    pattern: /PKCE verification failed: Code mismatch/i,
    means: 'code_verifier does not match the code_challenge of this login',
    fix: 'Keep the code_verifier of each login until its code is redeemed, and send that one.',
    seen: [PKCE],
  },
  {
    about: 'pkce',
    pattern: /PKCE verification failed: Invalid code verifier|PKCE invalid code verifier/i,
    means: 'code_verifier has a wrong length or wrong characters',
    fix: 'Make code_verifier of 43 to 128 letters, digits and -._~.',
    seen: [PKCE],
  },
  {
    about: 'pkce',
    pattern: /PKCE code verifier not specified/i,
    means: 'the login had a code_challenge, and the token request has no code_verifier',
    fix: 'Send the code_verifier of this login in the token request.',
    seen: [PKCE],
  },
  {
    about: 'pkce',
    pattern: /PKCE code verifier specified but challenge not present/i,
    means: 'the token request has a code_verifier, and the login had no code_challenge',
    fix: 'Send code_challenge with code_challenge_method=S256 in the authorization request.',
    seen: [PKCE],
  },
  {
    about: 'grant',
    pattern: /Maximum allowed refresh token reuse exceeded/i,
    means: 'a rotated refresh token was used again, and Keycloak ended the session',
    fix: 'Save the newest refresh token of every answer, and refresh only once at a time; the limit is Realm settings > Tokens > Refresh Token Max Reuse.',
    seen: [TOKENS],
  },
  {
    about: 'grant',
    pattern:
      /\b(?:Session not active|Client session not active|User session not found|Offline (?:user )?session not (?:active|found)|Session doesn't have required client)\b/i,
    means: 'the session of the user has ended: a logout, a time limit or a restart',
    fix: `${AGAIN}; the limits are in Realm settings > Sessions (SSO Session Idle and Max).`,
    seen: [GRANTS, TOKENS],
  },
  {
    about: 'grant',
    pattern: /\b(?:Token is not active|Refresh token expired|Stale (?:refresh )?token)\b/i,
    means: 'the refresh token has expired or was revoked',
    fix: `${AGAIN}; the limits are in Realm settings > Sessions (SSO Session Idle and Max).`,
    seen: [TOKENS],
  },
  {
    about: 'grant',
    pattern: /\bInvalid refresh token\b/i,
    means:
      'the value is no refresh token of this realm: another token, another realm or other keys',
    fix: 'Send the refresh_token of the last answer, unchanged, to the realm that issued it.',
    seen: [TOKENS],
  },
  {
    about: 'consent',
    pattern: /Client no longer has requested consent from user|Client requires user consent/i,
    means: 'the consent of the user is missing or was withdrawn',
    fix: `${AGAIN}, so that the user can consent; Clients > Settings > Consent required asks for it.`,
    seen: [GRANTS, PASSWORD],
  },
  {
    about: 'user',
    pattern: /Account is not fully set up/i,
    means:
      'the user has a required action to do first, such as a new password or a verified address',
    fix: 'Let the user log in on the login page once, or remove the action in Users > Details > Required user actions.',
    owner: 'administrator',
    seen: [PASSWORD],
  },
  {
    about: 'user',
    pattern: /\b(?:User|Account) disabled\b|User '[^']{1,80}' disabled/i,
    means: 'the account of the user is disabled',
    fix: 'Enable the account in Users > Details > Enabled.',
    owner: 'administrator',
    seen: [GRANTS],
  },
]);
