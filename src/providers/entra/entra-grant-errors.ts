import { defineErrors } from '../registry/define-signatures.ts';

const CODES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  when: '2026-11',
} as const;
const SEVERAL = {
  where: 'https://github.com/Earlybyte/aad_oauth/issues/328',
  when: '2026-11',
} as const;
const RESOURCE = {
  where: 'https://github.com/microsoft/vscode/issues/254009',
  when: '2026-11',
} as const;
const CONFLICT = {
  where: 'https://github.com/TracecatHQ/tracecat/issues/2466',
  when: '2026-11',
} as const;
const OBO_AUDIENCE = {
  where: 'test/real-life/servers/entra-obo-audience-case.http',
  when: '2026-11',
} as const;
const NO_SUCH_SCOPE = {
  where: 'https://github.com/O365/python-o365/issues/551',
  when: '2026-11',
} as const;
const OLD_VERSION = {
  where: 'https://github.com/clocked0ne/passport-outlook/issues/16',
  when: '2026-11',
} as const;

const AGAIN = 'Send the user to the login once more';

/** Errors about what a request hands in and what it asks for. */
export default defineErrors({ anywhere: true, seen: [CODES], owner: 'client' }, [
  {
    about: 'grant',
    pattern: /AADSTS54005(?!\d)/,
    means: 'the authorization code was redeemed before',
    fix: 'Redeem each code once, and use the refresh token afterwards.',
  },
  {
    about: 'grant',
    pattern: /AADSTS70008(?!\d)/,
    at: ['authorization_code'],
    means: 'the authorization code has expired',
    fix: 'Redeem the code at once: it is valid for about a minute.',
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:70008|700082)(?!\d)/,
    means: 'the refresh token has expired, because nobody used it for too long',
    fix: `${AGAIN}; that is an expected end of a refresh token.`,
  },
  {
    about: 'grant',
    pattern: /AADSTS700084(?!\d)/,
    means: 'the refresh token of a Single-page application ends 24 hours after the login',
    fix: `${AGAIN}, silently (prompt=none) or by a redirect.`,
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:70043|700081)(?!\d)/,
    means: 'the refresh token is older than the sign-in frequency that Conditional Access sets',
    fix: `${AGAIN}; the lifetime is set in Conditional Access > Session > Sign-in frequency.`,
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:50173|50132|50133|50085|50139)(?!\d)/,
    means: 'the session of the user was revoked: a new password, or an administrator ended it',
    fix: `${AGAIN}.`,
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:70000|50089)(?!\d)/,
    means: 'what was handed in is not valid any more',
    fix: `${AGAIN}, and keep the newest refresh token of every answer.`,
  },
  {
    about: 'grant',
    pattern: /AADSTS700005(?!\d)/,
    means: 'the code is of another tenant than this token endpoint',
    fix: 'Redeem the code at the tenant (or /common) where it was asked for.',
  },
  {
    about: 'grant',
    pattern: /AADSTS500131(?!\d)/,
    means: 'aud of the user’s token is not this application, so it cannot exchange it',
    fix: 'Exchange only tokens that were issued for this API: compare the audience in the text with its application id and Application ID URI, case included.',
    seen: [OBO_AUDIENCE],
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:500133|50013)(?!\d)/,
    means:
      'the token that is exchanged has expired, is malformed or is of another version or issuer',
    fix: 'Exchange a fresh access token of the user that was issued for this API.',
  },
  {
    about: 'grant-type',
    pattern: /AADSTS(?:7000114|240002)(?!\d)/,
    means: 'the application may not exchange this token on behalf of the user',
    fix: 'Exchange an access token (no ID token) that was issued for an API of your own.',
  },
  {
    about: 'scope',
    pattern: /AADSTS(?:28000|700022)(?!\d)/,
    means: 'scope names several APIs, and a token is for one',
    fix: 'Ask for the scopes of one API in each token request; the consent can be asked for together.',
    seen: [SEVERAL, CODES],
  },
  {
    about: 'scope',
    pattern: /AADSTS650053(?!\d)/,
    means:
      'the API in the text has no such scope; 00000003-0000-0000-c000-000000000000 is Microsoft Graph, which is meant when a scope names no API',
    fix: 'Send the scope with its API in front, such as api://<application id>/<scope>, spelled as in App registrations > Expose an API.',
    seen: [NO_SUCH_SCOPE],
  },
  {
    about: 'scope',
    pattern: /AADSTS(?:70011|700023|28002|28003)(?!\d)/,
    means: 'scope is empty, malformed or not one that this request can have',
    fix: 'Send the scopes of one API, separated by spaces; client credentials take only <API>/.default.',
  },
  {
    about: 'target',
    pattern: /AADSTS9010010(?!\d)/,
    means: 'resource is not the API that the scopes belong to',
    fix: 'Send no resource and let the scope name the API (api://…/scope), or set the Application ID URI in App registrations > Expose an API to the URL that clients send as resource, and ask for its scopes.',
    seen: [CONFLICT],
  },
  {
    about: 'target',
    pattern: /AADSTS901002(?!\d)|AADSTS90100:? The 'resource' request parameter is not supported/,
    means: 'the endpoint of version 2.0 takes no resource parameter',
    fix: 'Leave resource out, and name the API in the scope (api://<application id>/<scope> or /.default).',
    seen: [RESOURCE, CODES],
  },
  {
    about: 'target',
    pattern: /AADSTS(?:500011|50001)(?!\d)/,
    means: 'this tenant knows no API with that name',
    fix: 'Compare the resource, or what stands before the scope, with App registrations > Expose an API of the API; have an administrator of this tenant consent to the API if it is of another one.',
  },
  {
    about: 'target',
    pattern: /AADSTS90009(?!\d)/,
    means: 'the application asks for a token for itself by a URI',
    fix: 'Use the application (client) id in front of the scope: <client id>/.default.',
  },
  {
    about: 'grant-type',
    pattern: /AADSTS(?:70005|700054|700051)(?!\d)/,
    means: 'the registration does not let the authorization endpoint issue this kind of token',
    fix: 'Use response_type=code with PKCE, or tick "ID tokens" or "Access tokens" in App registrations > Authentication > Implicit grant and hybrid flows.',
  },
  {
    about: 'grant-type',
    pattern: /AADSTS70003(?!\d)/,
    means: 'the token endpoint knows no such grant_type',
    fix: 'Compare grant_type, its spelling included, with the grants of the Microsoft identity platform.',
  },
  {
    about: 'request',
    pattern: /AADSTS70007(?!\d)/,
    means: 'response_mode is not one that goes with this response_type',
    fix: 'Use response_mode query, fragment or form_post.',
  },
  {
    about: 'request',
    pattern: /AADSTS900144(?!\d)[^']{0,80}'([\w ]{2,40})'/,
    means: 'the body has no parameter {1} that the server can read',
    fix: 'Send {1} in a form body (application/x-www-form-urlencoded), not in JSON and not in the URL.',
  },
  {
    about: 'request',
    pattern: /AADSTS(?:90014|900144)(?!\d)/,
    means: 'a required parameter is missing, or stands where the server does not read it',
    fix: 'Send the parameter that the text names in a form body (application/x-www-form-urlencoded).',
  },
  {
    about: 'request',
    pattern: /AADSTS(?:900561|90056)(?!\d)/,
    means: 'the endpoint wants another method, or the request went to the wrong endpoint',
    fix: 'Send token requests by POST to /oauth2/v2.0/token; the back button of a browser makes this error too.',
  },
  {
    about: 'request',
    pattern: /AADSTS(?:500201|90027)(?!\d)/,
    means: 'personal Microsoft accounts need the endpoints of version 2.0',
    fix: 'Use /oauth2/v2.0/authorize and /oauth2/v2.0/token.',
    seen: [OLD_VERSION, CODES],
  },
  {
    about: 'request',
    pattern: /AADSTS90015(?!\d)/,
    means: 'the URL of the request is too long',
    fix: 'Keep state short and store what it holds in the application, or send the request by POST.',
  },
  {
    about: 'request',
    pattern: /AADSTS(?:9002313|90004|90023|90117|90121)(?!\d)/,
    means: 'the request is malformed',
    fix: 'Compare names, encoding and body format of the parameters with the documentation of this grant.',
  },
  {
    about: 'rate-limit',
    pattern: /AADSTS50196(?!\d)/,
    means: 'the client sends the same request again and again',
    fix: 'Keep the tokens in a cache, and do not repeat a request that was refused.',
  },
  {
    about: 'rate-limit',
    pattern: /AADSTS(?:90055|50088)(?!\d)/,
    means: 'there are too many requests of this tenant or user',
    fix: 'Wait, and send fewer requests.',
  },
  {
    about: 'grant',
    pattern: /AADSTS(?:70019|70018|90119|90120)(?!\d)/,
    means: 'the code that the user typed is wrong, has expired or was used before',
    fix: 'Ask for a new device code, and show its user code.',
  },
]);
