import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('entra-b2c', {
  url: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_sign_in/oauth2/v2.0/authorize',
  errors: [
    {
      about: 'step',
      text: 'AADB2C90118: The user has forgotten their password.',
      unlike: 'AADB2C90117: The scope provided in the request is not supported.',
    },
    {
      about: 'step',
      text: 'AADB2C90091: The user has cancelled entering self-asserted information.',
    },
    {
      about: 'redirect-mismatch',
      text: "AADB2C90006: The redirect URI 'https://app.example.com/cb' provided in the request is not registered for the client id 'a1'.",
      unlike: "AADB2C90067: The post logout redirect URI 'x' has an invalid format.",
    },
    {
      about: 'client-unknown',
      text: "AADB2C90018: The client id 'a1' specified in the request is not registered in tenant 'contoso'.",
    },
    {
      about: 'client-authentication',
      text: 'AADB2C90079: Clients must send a client_secret when redeeming a confidential grant.',
      unlike:
        'AADB2C90084: Public clients should not send a client_secret when redeeming a publicly acquired grant.',
    },
    {
      about: 'client-authentication',
      text: 'AADB2C90081: The specified client_secret does not match the expected value for this client.',
    },
    {
      about: 'client-authentication',
      text: 'AADB2C90084: Public clients should not send a client_secret when redeeming a publicly acquired grant.',
    },
    {
      about: 'grant-type',
      text: 'AADB2C90057: The provided application is not configured to allow the OAuth Implicit flow.',
    },
    { about: 'pkce', text: 'AADB2C99059: The supplied request must present a code_challenge.' },
    {
      about: 'pkce',
      text: 'AADB2C90182: The supplied code_verifier does not match associated code_challenge.',
    },
    {
      about: 'grant',
      text: 'AADB2C90088: The provided grant has not been issued for this endpoint. Actual Value : B2C_1_edit and Expected Value : B2C_1_sign_in',
      unlike: 'AADB2C90080: The provided grant has expired.',
    },
    {
      about: 'grant',
      text: 'AADB2C90080: The provided grant has expired. Please re-authenticate and try again.',
    },
    {
      about: 'scope',
      text: "AADB2C90110: The scope parameter must include 'openid' when requesting a response_type that includes 'id_token'.",
    },
    {
      about: 'scope',
      text: "AADB2C90146: The scope 'a b' provided in request specifies more than one resource for an access token, which is not supported.",
    },
    {
      about: 'user',
      text: 'AADB2C90077: User does not have an existing session and request prompt parameter has a value of None.',
    },
    {
      about: 'session-cookie',
      text: 'AADB2C90211: The request contained an incomplete state cookie.',
    },
    { about: 'request', text: 'AADB2C90208: The provided id_token_hint parameter is expired.' },
    {
      about: 'logout-parameters',
      text: 'AADB2C90036: The request does not contain a URI to redirect the user to post logout.',
    },
    { about: 'request', text: 'AADB2C90083: The request is missing required parameter: code.' },
    {
      about: 'other',
      text: 'AADB2C90037: An error occurred while processing the request.',
      means: 'Azure AD B2C reports its own error 90037',
    },
  ],
});
