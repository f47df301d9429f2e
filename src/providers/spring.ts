import { inText, type Provider } from './provider.ts';

const spring: Provider = {
  id: 'spring',
  name: 'Spring Authorization Server',
  url: null,
  signatures: inText(
    [
      'redirect-mismatch',
      /OAuth 2\.0 Parameter: redirect_uri/,
      'redirect_uri is not registered for this client',
      'Add exactly this URI to the redirect URIs of the registered client.',
    ],
    [
      'client-unknown',
      /OAuth 2\.0 Parameter: client_id/,
      'no client is registered with this client_id',
      'Compare client_id with the registered clients.',
    ],
    [
      'server-error',
      /\(type=None, status=999\)/,
      'the request had been refused, but the error page wanted a login first and lost the reason',
      'Permit /error without a login to see the reason; compare client_id, redirect_uri and response_type with the registered client.',
    ],
  ),
};

export default spring;
