import { inText, inUrl, type Provider } from './provider.ts';

const cognito: Provider = {
  id: 'cognito',
  name: 'Amazon Cognito',
  url: /^https:\/\/[^/]+\.amazoncognito\.com\//i,
  signatures: [
    ...inUrl(
      [
        'redirect-mismatch',
        /amazoncognito\.com\/error\?.*\berror=redirect_mismatch/i,
        'redirect_uri is not among the allowed callback URLs of the app client',
        'Add the exact URL under App client > Login pages > Allowed callback URLs.',
      ],
      [
        'session-cookie',
        /amazoncognito\.com\/error\?.*\berror=Invalid(?:%20|\+)state/i,
        'the hosted login lost its own state',
        'Start the login again from the application and do not reload the login page.',
      ],
    ),
    ...inText(
      [
        'redirect-mismatch',
        /\bredirect_mismatch\b/,
        'redirect_uri is not among the allowed callback URLs of the app client',
        'Add the exact URL under App client > Login pages > Allowed callback URLs.',
      ],
      [
        'policy',
        /Login pages unavailable/i,
        'managed login has no style for this app client',
        'Create a managed login branding for the app client.',
      ],
      [
        'other',
        /An error was encountered with the requested page/i,
        'Cognito shows its error page',
        'Read error= in the URL of the page.',
      ],
    ),
  ],
};

export default cognito;
