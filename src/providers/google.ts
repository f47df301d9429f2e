import { inText, inUrl, type Provider } from './provider.ts';

const google: Provider = {
  id: 'google',
  name: 'Google',
  url: /^https:\/\/accounts\.google\.com\//i,
  signatures: [
    ...inText(
      [
        'redirect-mismatch',
        /\bredirect_uri_mismatch\b/,
        'redirect_uri is not among the authorized redirect URIs of the client',
        'Add the exact URI in Google Cloud Console > Credentials; it takes minutes to work.',
      ],
      [
        'redirect-mismatch',
        /\borigin_mismatch\b|The given origin is not allowed for the given client ID/,
        'the origin of the page is not among the authorized JavaScript origins',
        'Add scheme, host and port of the page in Google Cloud Console > Credentials.',
      ],
      [
        'client-unknown',
        /The OAuth client was not found|Error 40[01]: invalid_client/,
        'Google knows no client with this client_id',
        'Copy client_id from Google Cloud Console > Credentials again.',
      ],
      [
        'client-unknown',
        /\bdeleted_client\b/,
        'the client was deleted',
        'Create a new client in Google Cloud Console > Credentials.',
      ],
      [
        'policy',
        /\badmin_policy_enforced\b|\baccess_not_configured\b/,
        'the administrator of this Workspace blocks the application',
        'Have the administrator trust it under Security > API controls.',
      ],
      [
        'policy',
        /\bdisallowed_useragent\b/,
        'Google shows no login inside an embedded browser',
        'Open the login in the browser of the system, as RFC 8252 asks for, and not in a web view.',
      ],
      [
        'policy',
        /\borg_internal\b/,
        'the application is internal to another organisation',
        'Set the user type to External, or use an account of that organisation.',
      ],
      [
        'policy',
        /has not completed the Google verification process|Error 403: access_denied/,
        'the application is in testing and this account is no test user',
        'Add the account as a test user, or publish the application.',
      ],
    ),
    ...inUrl([
      'other',
      /^https:\/\/accounts\.google\.com\/signin\/oauth\/error\b/i,
      'Google shows its error page',
      'Read the headline of the page and "error details" below it.',
    ]),
  ],
};

export default google;
