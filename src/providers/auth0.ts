import { inText, type Provider } from './provider.ts';

const auth0: Provider = {
  id: 'auth0',
  name: 'Auth0',
  url: /^https:\/\/[^/]+\.auth0\.com\//i,
  signatures: inText(
    [
      'redirect-mismatch',
      /Callback URL mismatch|is not in the list of allowed callback URLs/i,
      'redirect_uri is not among the allowed callback URLs of the application',
      'Add the exact URI under Applications > Settings > Allowed Callback URLs.',
    ],
    [
      'client-unknown',
      /Unknown client:|could not find (?:the )?application/i,
      'this tenant has no application with this client_id',
      'Compare client_id and the tenant domain with the application settings.',
    ],
    [
      'policy',
      /Client .{1,80} is not authorized to access resource server/i,
      'the application may not ask for this API',
      'Authorize the application under APIs > Application access.',
    ],
  ),
  logs: 'Monitoring > Logs in the Auth0 dashboard, by tracking id',
};

export default auth0;
