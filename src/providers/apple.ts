import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where:
    'https://developer.apple.com/documentation/signinwithapplerestapi/request-an-authorization-to-the-sign-in-with-apple-server.',
  when: '2026-11',
} as const;
const ERRORS = {
  where:
    'https://developer.apple.com/documentation/technotes/tn3107-resolving-sign-in-with-apple-response-errors',
  when: '2026-11',
} as const;
const RESPONSE = {
  where: 'https://developer.apple.com/documentation/signinwithapplerestapi/errorresponse',
  when: '2026-11',
} as const;
const SECRET = {
  where:
    'https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret',
  when: '2026-11',
} as const;

const SERVICES =
  'Certificates, Identifiers & Profiles > Identifiers > Services IDs > Sign in with Apple';
const NEW_SECRET =
  'Sign a new client secret: ES256 with the key of Keys, kid its Key ID, iss the Team ID, sub the client_id, aud https://appleid.apple.com, exp at most six months ahead.';

export default defineProvider({
  name: 'Apple',
  hosts: { names: ['appleid.apple.com'], seen: [DOCS] },
  deviations: [
    // It issues ID tokens, but its scopes are name and email only.
    { kind: 'no-openid', seen: [DOCS] },
    { kind: 'no-pkce', seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /Invalid client id or web redirect url/i,
      means: 'client_id is no Services ID, or redirect_uri is not one of its Return URLs',
      fix: `Send the Services ID (not the bundle id) as client_id, and add the exact https URL in ${SERVICES} > Return URLs.`,
      seen: [ERRORS],
    },
    {
      about: 'step',
      pattern: /\buser_cancelled_authorize\b/,
      means: 'the user closed the page of Apple',
      fix: 'Return the user to the page that they came from, and let them start again.',
      owner: 'client',
      seen: [ERRORS],
    },
    {
      about: 'grant',
      pattern: /The code has (?:expired or has been revoked|already been used)/i,
      means: 'the code is older than five minutes or was redeemed before',
      fix: 'Redeem each code once, at once; start the login again for a new code.',
      owner: 'client',
      seen: [ERRORS, RESPONSE],
    },
    {
      about: 'grant',
      pattern: /client_id mismatch/i,
      means:
        'the code was issued to another client_id: that of the app (bundle id) against that of the web (Services ID)',
      fix: 'Redeem codes of the app with the bundle id, and codes of the web with the Services ID, each as client_id and as sub of the client secret.',
      owner: 'client',
      seen: [ERRORS],
    },
    {
      about: 'client-authentication',
      at: ['token-request', 'revocation-request'],
      pattern: /\binvalid_client\b/,
      means:
        'Apple does not accept the client secret, which is a JWT that ends after at most six months',
      fix: NEW_SECRET,
      owner: 'client',
      seen: [RESPONSE, SECRET],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: `${SERVICES} > Return URLs`, seen: [DOCS] },
    { setting: 'client', name: SERVICES, seen: [DOCS] },
    {
      setting: 'client-secret',
      name: 'Certificates, Identifiers & Profiles > Keys',
      seen: [SECRET],
    },
  ],
});
