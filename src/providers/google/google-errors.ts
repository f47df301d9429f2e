import { defineErrors } from '../registry/define-signatures.ts';

const ERROR_CODES = {
  where: 'https://support.google.com/accounts/answer/16668185',
  when: '2026-11',
} as const;
const WEB_SERVER = {
  where: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  when: '2026-11',
} as const;
const OVERVIEW = {
  where: 'https://developers.google.com/identity/protocols/oauth2',
  when: '2026-11',
} as const;
const PAGES = { where: 'test/traffic/server-error-pages.test.ts', when: '2026-11' } as const;
const CASES = { where: 'test/checks/error-page/error-page-policy.http', when: '2026-11' } as const;
const ORIGIN = {
  where: 'https://github.com/MomenSherif/react-oauth/issues/98',
  when: '2026-11',
} as const;
const STATUS = {
  where: 'https://github.com/MSalmanTariq/react-google-one-tap-login/issues/16',
  when: '2026-11',
} as const;
const LEGACY = {
  where: 'https://github.com/googleanalytics/ga-dev-tools/issues/1162',
  when: '2026-11',
} as const;
const TOKEN_CASES = { where: 'test/providers/google.test.ts', when: '2026-11' } as const;

const CREDENTIALS = 'Google Cloud Console > Credentials';
const AUDIENCE = 'Google Cloud Console > OAuth consent screen > Audience';

/** Errors of Google's pages, of its token endpoint and of its login button. */
export default defineErrors({ seen: [ERROR_CODES] }, [
  {
    about: 'redirect-mismatch',
    pattern: /\bredirect_uri_mismatch\b/,
    means: 'redirect_uri is not among the authorized redirect URIs of the client',
    fix: `Add the exact URI in ${CREDENTIALS} > Authorized redirect URIs; the change takes minutes to work.`,
    seen: [ERROR_CODES, PAGES],
  },
  {
    about: 'origin',
    pattern:
      /\borigin_mismatch\b|The given origin is not allowed for the given client ID|Not a valid origin for the client/,
    means: 'the origin of the page is not among the authorized JavaScript origins',
    fix: `Add scheme, host and port of the page in ${CREDENTIALS} > Authorized JavaScript origins; for localhost add http://localhost without its port too.`,
    owner: 'registration',
    seen: [ERROR_CODES, ORIGIN, LEGACY],
  },
  {
    about: 'origin',
    anywhere: true,
    pattern: /\bidpiframe_initialization_failed\b/,
    means:
      'the old platform library cannot start: its cookies are blocked, or the origin is not authorized',
    fix: `Use the library Google Identity Services; until then add the origin in ${CREDENTIALS} > Authorized JavaScript origins.`,
    owner: 'client',
    seen: [LEGACY],
  },
  {
    about: 'client-authentication',
    pattern: /\bclient_secret is missing\b/,
    means:
      'a client of the type "Web application" redeems codes with its secret only, also with PKCE',
    fix: 'Let a server of yours redeem the code with the secret, or get tokens in the page from the Google Identity Services library.',
    seen: [WEB_SERVER],
  },
  {
    about: 'client-authentication',
    pattern: /^(?:invalid_client|unauthorized_client): Unauthorized$/m,
    means: 'the client secret is wrong, or the type of the client does not allow this grant',
    fix: `Copy client id and secret from ${CREDENTIALS} again, and compare the type of the client.`,
    owner: 'registration',
    seen: [TOKEN_CASES],
  },
  {
    about: 'client-unknown',
    pattern: /The OAuth client was not found|Error 40[01]: invalid_client/,
    means: 'Google has no client with this client_id',
    fix: `Copy client_id from ${CREDENTIALS} again.`,
  },
  {
    about: 'client-unknown',
    pattern: /\bdeleted_client\b/,
    means: 'the client was deleted',
    fix: `Create a new client in ${CREDENTIALS}; a deleted one can be restored there for 30 days.`,
    owner: 'registration',
  },
  {
    about: 'grant',
    pattern: /Token has been expired or revoked/i,
    means:
      'the refresh token is gone: access was withdrawn, six months went by without use, the password changed, or the application is in testing, where refresh tokens end after seven days',
    fix: `Send the user to the login with access_type=offline and prompt=consent; publish the application in ${AUDIENCE}.`,
    owner: 'client',
    seen: [OVERVIEW],
  },
  {
    about: 'grant',
    pattern: /Malformed auth code/i,
    means:
      'the code was changed on its way: Google’s codes have a slash, which has to be decoded exactly once',
    fix: 'Decode the code of the callback once (4%2F… is 4/…), and encode it once in the form body.',
    owner: 'client',
    seen: [TOKEN_CASES],
  },
  {
    about: 'pkce',
    pattern: /code_verifier or verifier is not needed/i,
    means: 'the token request has a code_verifier, and the login had no code_challenge',
    fix: 'Send code_challenge with code_challenge_method=S256 in the authorization request.',
    owner: 'client',
    seen: [TOKEN_CASES],
  },
  {
    about: 'grant',
    at: ['authorization_code'],
    pattern: /^invalid_grant: Bad Request$/m,
    means: 'the code is wrong, has expired or was redeemed before, or the redirect_uri differs',
    fix: 'Redeem each code once, at once, with the redirect_uri of the login; start the login again for a new code.',
    owner: 'client',
    seen: [TOKEN_CASES],
  },
  {
    about: 'grant',
    at: ['refresh_token'],
    pattern: /^invalid_grant: Bad Request$/m,
    means: 'the refresh token is not one of this client, or is cut',
    fix: 'Send the refresh token as it was issued, as the client that it was issued to; otherwise log in again with access_type=offline and prompt=consent.',
    owner: 'client',
    seen: [TOKEN_CASES],
  },
  {
    about: 'policy',
    pattern: /\binvalid_rapt\b/,
    means: 'the Workspace wants a new login now and then (session control)',
    fix: 'Send the user to the login once more; the administrator sets it in Security > Google Cloud session control.',
    owner: 'user',
    seen: [{ where: 'https://support.google.com/a/answer/9368756', when: '2026-11' }],
  },
  {
    about: 'policy',
    pattern: /\badmin_policy_enforced\b|\baccess_not_configured\b/,
    means: 'the administrator of this Workspace blocks the application',
    fix: 'Trust the application in Google Admin console > Security > API controls > App access control.',
    owner: 'administrator',
  },
  {
    about: 'policy',
    pattern: /\bdisallowed_useragent\b/,
    means: 'Google does not show its login inside an embedded browser',
    fix: 'Open the login in the system browser, as RFC 8252 requires, and not in a web view.',
    owner: 'client',
    seen: [
      { where: 'https://github.com/3pillarlabs/socialauth-android/issues/101', when: '2026-11' },
    ],
  },
  {
    about: 'policy',
    pattern: /\borg_internal\b/,
    means: 'the application is internal to another organisation',
    fix: `Set the user type to External in ${AUDIENCE}, or use an account of that organisation.`,
    owner: 'registration',
  },
  {
    about: 'policy',
    pattern: /has not completed the Google verification process|Error 403: access_denied/,
    means: 'the application is in testing and this account is not a test user',
    fix: `Add the account in ${AUDIENCE} > Test users, or publish the application there.`,
    owner: 'registration',
    seen: [CASES, PAGES],
  },
  {
    about: 'scope',
    pattern: /Error 400: invalid_scope/,
    means: 'Google knows no such scope',
    fix: 'Correct the scope by the list "OAuth 2.0 Scopes for Google APIs"; the API has to be enabled in the project.',
    owner: 'client',
  },
  {
    about: 'origin',
    in: 'url',
    at: ['login-button-request'],
    pattern: /^https:\/\/accounts\.google\.com\/gsi\//,
    means: 'the origin of the page is not among the authorized JavaScript origins of this client',
    fix: `Add scheme, host and port of the page in ${CREDENTIALS} > Authorized JavaScript origins; for localhost add http://localhost without its port too.`,
    owner: 'registration',
    seen: [STATUS, ORIGIN],
  },
  {
    about: 'other',
    in: 'url',
    pattern: /^https:\/\/accounts\.google\.com\/signin\/oauth\/error\b/i,
    means: 'Google shows its error page',
    fix: 'Read the headline of the page and "error details" below it.',
    seen: [PAGES],
  },
]);
