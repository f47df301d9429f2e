import { defineErrors } from '../registry/define-signatures.ts';

const MESSAGES = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/themes/src/main/resources/theme/base/login/messages/messages_en.properties',
  when: '2026-11',
} as const;
const CHECKER = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/endpoints/AuthorizationEndpointChecker.java',
  when: '2026-11',
} as const;

const SETTINGS = 'Clients > Settings > Capability config';

/** Errors of the pages and of the authorization endpoint of Keycloak. */
export default defineErrors({ seen: [CHECKER] }, [
  {
    about: 'logout-parameters',
    at: ['end-session-request'],
    pattern: /Invalid (?:parameter: )?(?:post_logout_)?redirect[ _]uri/i,
    means:
      'post_logout_redirect_uri is not among the valid post logout redirect URIs of the client',
    fix: 'Add the URI in Clients > Settings > Valid post logout redirect URIs (a single + stands for the redirect URIs), and send client_id or id_token_hint.',
    owner: 'registration',
    seen: [MESSAGES],
  },
  {
    about: 'grant-type',
    anywhere: true,
    pattern:
      /Client is not allowed to initiate browser login with given response_type|Bearer-only applications are not allowed to initiate browser login/i,
    means: 'the client may not use this flow of the browser',
    fix: `Turn on "Standard flow" in ${SETTINGS} and use response_type=code ("Implicit flow" for tokens in the URL).`,
    owner: 'registration',
    seen: [CHECKER, MESSAGES],
  },
  {
    about: 'scope',
    pattern: /\bInvalid scopes?: (.{1,80})/,
    means: 'a scope of {1} does not exist in this realm or is not assigned to the client',
    fix: 'Assign the scope in Clients > Client scopes > Add client scope (create it in Client scopes first), or leave it out.',
    owner: 'registration',
  },
  {
    about: 'pkce',
    pattern:
      /Missing parameter: code_challenge(?:_method)?\b|code challenge method is not matching the configured one|Invalid parameter: code_challenge(?:_method)?\b/i,
    means: 'the client has to use PKCE, and code_challenge or its method is missing or wrong',
    fix: 'Send code_challenge with code_challenge_method=S256; Clients > Advanced > Proof Key for Code Exchange Code Challenge Method asks for it.',
    owner: 'client',
  },
  {
    about: 'request',
    pattern: /Missing parameter: nonce\b/i,
    means: 'a request for an ID token from the authorization endpoint needs a nonce',
    fix: 'Send a fresh random nonce.',
    owner: 'client',
  },
  {
    about: 'request',
    pattern: /Missing parameter: response_type\b/i,
    means: 'the request has no response_type',
    fix: 'Send response_type=code.',
    owner: 'client',
  },
  {
    about: 'request',
    pattern: /Response_mode '[\w.]{1,20}' not allowed for implicit or hybrid flow/i,
    means: 'tokens may not travel in the query of a URL',
    fix: 'Use response_mode=fragment or form_post, or response_type=code.',
    owner: 'client',
  },
  {
    about: 'request',
    pattern: /Pushed Authorization Request is only allowed/i,
    means: 'the client has to push its authorization requests (PAR)',
    fix: 'Push the request first, or turn off Clients > Advanced > Pushed authorization request required.',
    owner: 'client',
  },
  {
    about: 'request',
    pattern: /DPoP Proof public key thumbprint does not match dpop_jkt/i,
    means: 'the DPoP proof has another key than the authorization request announced',
    fix: 'Sign the proof with the key whose thumbprint dpop_jkt was.',
    owner: 'client',
  },
  {
    about: 'request',
    anywhere: true,
    pattern: /^HTTPS required$/im,
    means: 'the realm wants https for requests from other machines',
    fix: 'Reach Keycloak by https (behind a proxy set proxy-headers), or set Realm settings > General > Require SSL to None for development.',
    owner: 'administrator',
    seen: [MESSAGES],
  },
  {
    about: 'upstream',
    pattern: /Missing state parameter in response from identity provider/i,
    means: 'the identity provider behind Keycloak answered without state',
    fix: 'Register the Redirect URI of Identity providers > Settings at that provider, and start logins at the application.',
    owner: 'administrator',
    seen: [MESSAGES],
  },
  {
    about: 'user',
    pattern: /\bauthentication_expired\b/,
    means: 'the login took too long, or its page was left open or opened twice',
    fix: 'Start the login again from the application; the limit is Realm settings > Sessions > Login timeout.',
    owner: 'user',
    seen: [MESSAGES],
  },
]);
