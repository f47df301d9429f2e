import { describe, expect, it } from 'vitest';
import { APP } from './clients.ts';
import { form, idToken, sent } from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const SERVER = {
  grant_type: 'authorization_code',
  client_id: 'abc',
  client_secret: 's3cr3t-of-the-application',
  code: '0123456789abcdef0123',
  redirect_uri: `${APP}/cb`,
};

/** A server redeems a code and gets this response. */
function answered(url: string, fields: Record<string, string>, answerBody: object) {
  return {
    exchanges: [sent(0, url, { body: form(fields), answerBody })],
    flows: [clean('succeeded')],
  };
}

const recordings: Recordings = {
  'GitHub answers the token request form-encoded': {
    exchanges: [
      sent(0, 'https://github.com/login/oauth/access_token', {
        body: form({
          client_id: 'Iv1.0000',
          client_secret: 's3cr3t-of-github',
          code: '0123456789abcdef0123',
        }),
        answer: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        answerBody: 'access_token=gho_exampleexample&scope=read%3Auser&token_type=bearer',
      }),
      sent(1, 'https://api.github.com/user', {
        headers: { authorization: 'Bearer gho_exampleexample' },
        answerBody: {},
      }),
    ],
    flows: [clean('succeeded')],
  },
  'GitHub answers with JSON when asked': {
    exchanges: [
      sent(0, 'https://github.com/login/oauth/access_token', {
        body: JSON.stringify({
          client_id: 'Iv1.0000',
          client_secret: 's3cr3t-of-github',
          code: '0123456789abcdef0123',
        }),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        answerBody: { access_token: 'gho_example', scope: 'read:user', token_type: 'bearer' },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'Slack answers with ok': {
    exchanges: [
      sent(0, 'https://slack.com/api/oauth.v2.access', {
        body: form({
          client_id: '0.0',
          client_secret: 's3cr3t-of-slack',
          code: '0.0.0123456789abcdef',
          redirect_uri: `${APP}/slack`,
        }),
        answerBody: {
          ok: true,
          app_id: 'A0',
          authed_user: { id: 'U0', access_token: 'xoxp-example' },
          scope: 'chat:write',
          token_type: 'bot',
          access_token: 'xoxb-example',
          bot_user_id: 'U1',
          team: { id: 'T0' },
        },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'Slack with a user token only': {
    exchanges: [
      sent(0, 'https://slack.com/api/oauth.v2.access', {
        body: form({
          client_id: '0.0',
          client_secret: 's3cr3t-of-slack',
          code: '0.0.0123456789abcdef',
          redirect_uri: `${APP}/slack`,
        }),
        answerBody: {
          ok: true,
          app_id: 'A0',
          authed_user: {
            id: 'U0',
            access_token: 'xoxp-example',
            scope: 'search:read',
            token_type: 'user',
          },
          team: { id: 'T0' },
        },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'Google popup (GIS) with postmessage': {
    exchanges: [
      sent(0, 'https://oauth2.googleapis.com/token', {
        body: form({
          client_id: '0.apps.googleusercontent.com',
          client_secret: 'GOCSPX-example',
          code: '4/0AVMBsJ_x',
          grant_type: 'authorization_code',
          redirect_uri: 'postmessage',
        }),
        answerBody: {
          access_token: 'ya29.example',
          expires_in: 3_599,
          scope: 'openid https://www.googleapis.com/auth/userinfo.email',
          token_type: 'Bearer',
          id_token: idToken(0, {
            iss: 'accounts.google.com',
            aud: '0.apps.googleusercontent.com',
            azp: '0.apps.googleusercontent.com',
          }),
        },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'Shopify answers without token_type': {
    exchanges: [
      sent(0, 'https://example.myshopify.com/admin/oauth/access_token', {
        body: form({ client_id: '0', client_secret: 'shpss_example', code: '0123456789abcdef' }),
        answerBody: { access_token: 'shpat_example', scope: 'read_products' },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'LinkedIn answers without token_type': answered(
    'https://www.linkedin.com/oauth/v2/accessToken',
    SERVER,
    { access_token: 'AQXexample', expires_in: 5_183_999, scope: 'openid,profile,email' },
  ),
  'Instagram answers with the user and without token_type': answered(
    'https://api.instagram.com/oauth/access_token',
    SERVER,
    { access_token: 'IGQVexample', user_id: 17_841_405_793_187 },
  ),
  'Twitch answers with a list of scopes': answered('https://id.twitch.tv/oauth2/token', SERVER, {
    access_token: 'rfx2example',
    expires_in: 14_124,
    refresh_token: '5b93example',
    scope: ['channel:moderate', 'chat:edit'],
    token_type: 'bearer',
  }),
  'Strava says when the token ends': answered('https://www.strava.com/oauth/token', SERVER, {
    token_type: 'Bearer',
    expires_at: 1_767_247_200,
    expires_in: 21_600,
    refresh_token: 'e5n5example',
    access_token: 'a4b9example',
    athlete: { id: 1 },
  }),
  'Stripe Connect answers with keys': answered('https://connect.stripe.com/oauth/token', SERVER, {
    access_token: 'sk_test_example',
    livemode: false,
    refresh_token: 'rt_example',
    token_type: 'bearer',
    stripe_publishable_key: 'pk_test_example',
    stripe_user_id: 'acct_0',
    scope: 'read_write',
  }),
  'Notion takes JSON and Basic': {
    exchanges: [
      sent(0, 'https://api.notion.com/v1/oauth/token', {
        body: JSON.stringify({ grant_type: 'authorization_code', code: '0123456789abcdef0123' }),
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${btoa('id:s3cr3t-of-notion')}`,
        },
        answerBody: { access_token: 'secret_example', token_type: 'bearer', workspace_id: 'a2' },
      }),
    ],
    flows: [clean('succeeded')],
  },
  Salesforce: {
    exchanges: [
      sent(0, 'https://login.salesforce.com/services/oauth2/token', {
        body: form({
          grant_type: 'authorization_code',
          client_id: '3MVG9',
          client_secret: 's3cr3t-of-salesforce',
          code: 'aPrxExample==',
          redirect_uri: `${APP}/cb`,
        }),
        answerBody: {
          access_token: '00D!AQ.example',
          signature: 'x',
          scope: 'api',
          instance_url: 'https://example.my.salesforce.com',
          id: 'https://login.salesforce.com/id/0/0',
          token_type: 'Bearer',
          issued_at: '1767225600000',
        },
      }),
    ],
    flows: [clean('succeeded')],
  },
};

describe('token responses of providers to servers', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
