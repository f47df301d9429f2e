import { inText, type Provider } from './provider.ts';

const keycloak: Provider = {
  id: 'keycloak',
  name: 'Keycloak',
  url: /\/realms\/[^/]+\/(?:protocol\/openid-connect|login-actions|broker)\b/,
  signatures: inText(
    [
      'redirect-mismatch',
      /Invalid parameter: redirect_uri/i,
      'redirect_uri is not among the valid redirect URIs of the client',
      'Add the URI to the client under "Valid redirect URIs"; a wildcard may only stand at the end.',
    ],
    [
      'client-unknown',
      /Client not found\./i,
      'this realm has no such client',
      'Compare client_id and the realm in the URL with the admin console.',
    ],
    [
      'client-unknown',
      /Client disabled\.|Login requester not enabled|Unknown login requester/i,
      'the client is unknown or disabled',
      'Enable the client in the admin console.',
    ],
    [
      'session-cookie',
      /Cookie not found\. Please make sure cookies are enabled|Restart login cookie not found/i,
      'the login cookie that Keycloak had set did not come back',
      'Start the login again, under one host name and over https, and do not bookmark the login page.',
    ],
    [
      'server-error',
      /Unexpected error when (?:authenticating with|handling authentication request to) identity provider|Could not (?:obtain|exchange|decode|send|fetch)[^.\n]{0,40} identity provider/i,
      'it could not take the response of its identity provider, or not redeem the code',
      'Compare client id, secret and endpoints of the identity provider in the admin console with the registration there; the server log has the answer that Keycloak got.',
    ],
    [
      'other',
      /An error occurred, please login again through your application|This page is no longer valid, please go back to your application/i,
      'the login page was stale',
      'Start the login again from the application.',
    ],
    [
      'other',
      /^We are sorry\.\.\./im,
      'Keycloak shows its error page',
      'Read the message below the headline.',
    ],
  ),
  logs: 'the Keycloak server log and the realm’s login events',
};

export default keycloak;
