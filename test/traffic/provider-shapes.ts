import { s256 } from '../../src/http/digest.ts';
import { APP } from './clients.ts';

/** Redirect URI of the application. */
export const CALLBACK = `${APP}/cb`;
/** State of its requests. */
export const STATE = s256('state at a provider').slice(0, 32);
/** Code of the responses. */
export const CODE = s256('code of a provider');

/** The request and the response that a provider documents. */
export interface Shape {
  readonly endpoint: string;
  readonly request: Readonly<Record<string, string>>;
  readonly response?: Readonly<Record<string, string>>;
  readonly mark?: '?' | '#';
  readonly client?: string;
  readonly grant?: string;
}

const usual = { redirect_uri: CALLBACK, state: STATE };
/** Parameters of a usual request for a code. */
export const code = { response_type: 'code', ...usual };

/** The shapes by provider. */
export const shapes: Readonly<Record<string, Shape>> = {
  'GitHub, with nothing but the client': {
    endpoint: 'https://github.com/login/oauth/authorize',
    request: { client_id: 'Iv1.0000', state: STATE },
  },
  'GitHub Enterprise, and the installation of an app': {
    endpoint: 'https://github.example.com/login/oauth/authorize',
    request: { client_id: 'Iv1.0000', ...usual },
    response: { installation_id: '12345678', setup_action: 'install' },
  },
  Facebook: {
    endpoint: 'https://www.facebook.com/v19.0/dialog/oauth',
    request: { client_id: '1234567890', ...usual, scope: 'email,public_profile' },
  },
  'Facebook, by its SDK': {
    endpoint: 'https://www.facebook.com/v19.0/dialog/oauth',
    request: {
      app_id: '1234567890',
      client_id: '1234567890',
      display: 'popup',
      response_type: 'token,signed_request,graph_domain',
      ...usual,
    },
    mark: '#',
    response: {
      code: '',
      access_token: 'EAAG0123456789abcdefABCDEF',
      expires_in: '5184000',
      data_access_expiration_time: '1775000000',
      signed_request: 'aaaa.bbbb',
    },
    grant: 'implicit',
  },
  Instagram: {
    endpoint: 'https://www.instagram.com/oauth/authorize',
    request: {
      client_id: '1234567890',
      ...code,
      scope: 'instagram_business_basic',
      force_reauth: 'true',
    },
  },
  'Slack, first version': {
    endpoint: 'https://slack.com/oauth/authorize',
    request: { client_id: '111.222', scope: 'identity.basic', state: STATE },
  },
  'Slack, second version, in a workspace': {
    endpoint: 'https://example.slack.com/oauth/v2/authorize',
    request: { client_id: '111.222', scope: 'chat:write', user_scope: '', ...usual },
  },
  'Google, online': {
    endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
    request: {
      client_id: '1.apps.googleusercontent.com',
      ...code,
      scope: 'openid email',
      access_type: 'offline',
      include_granted_scopes: 'true',
      nonce: s256('n1').slice(0, 22),
    },
    response: {
      scope: 'email openid https://www.googleapis.com/auth/userinfo.email',
      authuser: '0',
      hd: 'example.com',
      prompt: 'consent',
    },
  },
  LinkedIn: {
    endpoint: 'https://www.linkedin.com/oauth/v2/authorization',
    request: { client_id: '78abcdef', ...code, scope: 'r_liteprofile' },
  },
  Discord: {
    endpoint: 'https://discord.com/oauth2/authorize',
    request: { client_id: '157730590492196864', ...code, scope: 'identify guilds.join' },
    response: { guild_id: '2909267986263572999', permissions: '8' },
  },
  'Discord, a bot': {
    endpoint: 'https://discord.com/oauth2/authorize',
    request: { client_id: '157730590492196864', scope: 'bot', permissions: '8', state: STATE },
  },
  X: {
    endpoint: 'https://x.com/i/oauth2/authorize',
    request: {
      client_id: 'rG9n6402A3dbUJKzXTNX4oWHJ',
      ...code,
      scope: 'tweet.read users.read',
      code_challenge: s256('v'),
      code_challenge_method: 'S256',
    },
  },
  Spotify: {
    endpoint: 'https://accounts.spotify.com/authorize',
    request: {
      client_id: '5fe01282e44241328a84e7c5cc169165',
      ...code,
      scope: 'user-read-private',
      show_dialog: 'true',
    },
  },
  Atlassian: {
    endpoint: 'https://auth.atlassian.com/authorize',
    request: {
      audience: 'api.atlassian.com',
      client_id: 'aBcDeF',
      ...code,
      scope: 'read:jira-user',
      prompt: 'consent',
    },
  },
  'Stripe Connect': {
    endpoint: 'https://connect.stripe.com/oauth/authorize',
    request: { client_id: 'ca_FkyHCg7X8mlvCUdMDao4mMxagUfhIwXb', scope: 'read_write', ...code },
    response: { scope: 'read_write' },
  },
  'Stripe Connect, express': {
    endpoint: 'https://connect.stripe.com/express/oauth/authorize',
    request: {
      client_id: 'ca_FkyHCg7X8mlvCUdMDao4mMxagUfhIwXb',
      state: STATE,
      'stripe_user[email]': 'user@example.com',
    },
  },
  Zoom: {
    endpoint: 'https://zoom.us/oauth/authorize',
    request: { client_id: '7lstjK9NTyett_oeXtFiEQ', ...code },
  },
  TikTok: {
    endpoint: 'https://www.tiktok.com/v2/auth/authorize/',
    request: { client_key: 'aw1234567890', ...code, scope: 'user.info.basic' },
    response: { scopes: 'user.info.basic' },
    client: 'aw1234567890',
  },
  WeChat: {
    endpoint: 'https://open.weixin.qq.com/connect/qrconnect',
    request: { appid: 'wxbdc5610cc59c1631', ...code, scope: 'snsapi_login' },
    client: 'wxbdc5610cc59c1631',
  },
  Alipay: {
    endpoint: 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm',
    request: { app_id: '2021000000000000', scope: 'auth_user', ...usual },
    response: {
      code: '',
      app_id: '2021000000000000',
      source: 'alipay_app_auth',
      scope: 'auth_user',
      auth_code: CODE,
    },
    client: '2021000000000000',
  },
  Lark: {
    endpoint: 'https://open.larksuite.com/open-apis/authen/v1/index',
    request: { app_id: 'cli_a1b2c3', ...usual },
    client: 'cli_a1b2c3',
  },
  HubSpot: {
    endpoint: 'https://app.hubspot.com/oauth/authorize',
    request: { client_id: '00000000-0000-4000-8000-000000000000', ...usual, scope: 'oauth' },
  },
  Salesforce: {
    endpoint: 'https://login.salesforce.com/services/oauth2/authorize',
    request: { client_id: '3MVG9', ...code, scope: 'api refresh_token', display: 'popup' },
  },
  'Shopify, in its admin': {
    endpoint: 'https://admin.shopify.com/store/example/oauth/authorize',
    request: {
      client_id: '0123456789abcdef0123456789abcdef',
      scope: 'read_products',
      ...usual,
      'grant_options[]': 'per-user',
    },
    response: {
      hmac: s256('hmac'),
      host: 'YWRtaW4',
      shop: 'example.myshopify.com',
      timestamp: '1767225600',
    },
  },
  'Cognito, at its login page': {
    endpoint: 'https://shop.auth.eu-west-1.amazoncognito.com/login',
    request: { client_id: '1example23456789', ...code, scope: 'openid email' },
  },
  'Keycloak, legacy path': {
    endpoint: 'https://kc.example.com/auth/realms/demo/protocol/openid-connect/auth',
    request: { client_id: 'web', ...code, scope: 'openid', nonce: s256('n2').slice(0, 22) },
    response: { session_state: '0f0e0d0c-0000-4000-8000-000000000001' },
  },
  'Entra, first version': {
    endpoint: 'https://login.microsoftonline.com/common/oauth2/authorize',
    request: {
      client_id: '00000000-0000-4000-8000-00000000000a',
      ...code,
      resource: 'https://graph.windows.net',
    },
    response: { session_state: '0f0e0d0c-0000-4000-8000-000000000002' },
  },
  'B2C, the policy in the query': {
    endpoint: 'https://example.b2clogin.com/example.onmicrosoft.com/oauth2/v2.0/authorize',
    request: {
      p: 'B2C_1_signin',
      client_id: '00000000-0000-4000-8000-00000000000b',
      ...code,
      scope: 'openid',
      nonce: s256('n3').slice(0, 22),
    },
  },
  'B2C, the policy in the path': {
    endpoint:
      'https://example.b2clogin.com/tfp/example.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/authorize',
    request: {
      client_id: '00000000-0000-4000-8000-00000000000b',
      ...code,
      scope: 'openid',
      nonce: s256('n4').slice(0, 22),
    },
  },
  Yahoo: {
    endpoint: 'https://api.login.yahoo.com/oauth2/request_auth',
    request: { client_id: 'dj0yJmk9', ...code, language: 'en-us' },
  },
  Amazon: {
    endpoint: 'https://www.amazon.com/ap/oa',
    request: { client_id: 'amzn1.application-oa2-client.0', ...code, scope: 'profile' },
    response: { scope: 'profile' },
  },
};
