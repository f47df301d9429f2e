import { inText, type Provider } from './provider.ts';

const okta: Provider = {
  id: 'okta',
  name: 'Okta',
  url: /^https:\/\/[^/]+\.okta(?:preview|-emea)?\.com\//i,
  signatures: inText(
    [
      'redirect-mismatch',
      /redirect_uri' parameter must be a Login redirect URI in the client app settings/i,
      'redirect_uri is not among the sign-in redirect URIs of the application',
      'Add the exact URI, with its case and slash, under Sign-in redirect URIs.',
    ],
    [
      'client-unknown',
      /Invalid value for 'client_id' parameter/i,
      'this org has no application with this client_id',
      'Compare client_id and the org in the URL with the application.',
    ],
    [
      'policy',
      /User is not assigned to the client application/i,
      'the user is not assigned to the application',
      'Assign the user or a group to the application.',
    ],
    [
      'policy',
      /Policy evaluation failed for this request/i,
      'no access policy of the authorization server allows this request',
      'Add a rule for this client, grant and these scopes under Security > API.',
    ],
  ),
  logs: 'Reports > System Log, by x-okta-request-id',
};

export default okta;
