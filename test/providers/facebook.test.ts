import { describeProvider } from '../helpers/provider-cases.ts';

const GRAPH = 'https://graph.facebook.com/v19.0/oauth/access_token';
const API = { at: 'api-call', url: 'https://graph.facebook.com/v19.0/me' } as const;

describeProvider('facebook', {
  url: 'https://www.facebook.com/dialog/oauth',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app’s Client OAuth Settings.',
    },
    {
      about: 'redirect-mismatch',
      text: "Can't Load URL: The domain of this URL isn't included in the app's domains.",
    },
    {
      about: 'request',
      url: GRAPH,
      text: 'message Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request\ncode 100\nerror_subcode 36008',
      unlike: 'message This authorization code has been used.\ncode 100\nerror_subcode 36009',
    },
    {
      about: 'grant',
      url: GRAPH,
      text: 'message This authorization code has been used.\ncode 100\nerror_subcode 36009',
    },
    {
      about: 'client-authentication',
      url: GRAPH,
      text: 'message Error validating client secret.\ntype OAuthException\ncode 1',
    },
    {
      ...API,
      about: 'token',
      text: 'message Error validating access token: Session has expired.\ntype OAuthException\ncode 190\nerror_subcode 463',
      unlike: 'message Unsupported get request.\ntype GraphMethodException\ncode 1904',
    },
    {
      ...API,
      about: 'scope',
      text: 'message (#200) Requires publish_actions permission\ntype OAuthException\ncode 200',
      unlike: 'message Invalid parameter\ncode 100',
    },
    {
      ...API,
      about: 'rate-limit',
      text: 'message (#4) Application request limit reached\ncode 4',
      unlike: 'message Unknown path\ncode 2500',
    },
  ],
  requests: [
    {
      url: 'https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&response_type=token%2Csigned_request%2Cgraph_domain',
      effective: { response_type: 'token', redirect_uri: 'https://app.example.com/cb' },
    },
  ],
});
