import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { AS } from './clients.ts';
import { form, idToken, jwt, sent } from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const poll = (at: number, body: string, error: string | null, answer = {}): Exchange =>
  sent(at, `${AS}/token`, {
    body,
    status: error ? 400 : 200,
    answerBody: error
      ? { error }
      : { access_token: 'access-of-poll', token_type: 'Bearer', expires_in: 300, ...answer },
  });

const deviceBody = form({
  grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
  client_id: 'tv',
});
const device = (end: Exchange[]): Exchange[] => [
  sent(0, `${AS}/device_authorization`, {
    body: form({ client_id: 'tv', scope: 'openid' }),
    answerBody: {
      device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
      user_code: 'WDJB-MJHT',
      verification_uri: `${AS}/device`,
      expires_in: 1_800,
      interval: 5,
    },
  }),
  poll(5, deviceBody, 'authorization_pending'),
  poll(10, deviceBody, 'authorization_pending'),
  poll(15, deviceBody, 'slow_down'),
  ...end,
];

const cibaBody = form({
  grant_type: 'urn:openid:params:grant-type:ciba',
  auth_req_id: '1c266114-a1be-4252-8ad1-04986c5b9ac1',
  client_id: 'bank',
});
const recordings: Recordings = {
  'a device login with polls': {
    exchanges: device([poll(20, deviceBody, null)]),
    flows: [clean('succeeded', 'device_code')],
  },
  'a device login under way': {
    exchanges: device([]),
    flows: [clean('unfinished', 'device_code')],
  },
  'CIBA polls': {
    exchanges: [
      sent(0, `${AS}/bc-authorize`, {
        body: form({
          client_id: 'bank',
          scope: 'openid',
          login_hint: 'ada@example.com',
          binding_message: 'W4SCT',
        }),
        answerBody: {
          auth_req_id: '1c266114-a1be-4252-8ad1-04986c5b9ac1',
          expires_in: 120,
          interval: 2,
        },
      }),
      poll(2, cibaBody, 'authorization_pending'),
      poll(4, cibaBody, null, { id_token: idToken(4, { iss: AS, aud: 'bank' }) }),
    ],
    flows: [clean('succeeded', 'ciba')],
  },
  'client credentials of a program': {
    exchanges: [
      sent(0, `${AS}/oauth2/token`, {
        body: form({ grant_type: 'client_credentials', scope: 'api' }),
        headers: { authorization: `Basic ${btoa('svc:secret-of-the-service')}` },
        answerBody: {
          access_token: 'at-of-the-service',
          token_type: 'Bearer',
          expires_in: 3_600,
          scope: 'api',
        },
      }),
      sent(1, 'https://api.example.com/v1/jobs', {
        headers: { authorization: 'Bearer at-of-the-service' },
        answerBody: [],
      }),
    ],
    flows: [clean('succeeded', 'client_credentials')],
  },
  'client credentials with a client assertion': {
    exchanges: [
      sent(0, `${AS}/oauth2/token`, {
        body: form({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: jwt({ iss: 'svc', sub: 'svc', aud: `${AS}/oauth2/token` }),
        }),
        answerBody: {
          access_token: 'at-of-the-service-2',
          token_type: 'Bearer',
          expires_in: 3_600,
        },
      }),
    ],
    flows: [clean('succeeded', 'client_credentials')],
  },
  'token exchange': {
    exchanges: [
      sent(0, `${AS}/token`, {
        body: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: 'accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC',
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          resource: 'https://backend.example.com/api',
        }),
        answerBody: {
          access_token: 'at-of-the-exchange',
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          token_type: 'Bearer',
          expires_in: 60,
        },
      }),
    ],
    flows: [clean('succeeded', 'token_exchange')],
  },
  'on behalf of (Entra)': {
    exchanges: [
      sent(0, 'https://login.microsoftonline.com/common/oauth2/v2.0/token', {
        body: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          client_id: 'api',
          client_secret: 's3cr3t-of-the-api',
          assertion: jwt({ aud: 'api' }),
          requested_token_use: 'on_behalf_of',
          scope: 'https://graph.microsoft.com/.default',
        }),
        answerBody: {
          access_token: 'at-obo',
          token_type: 'Bearer',
          scope: 'https://graph.microsoft.com/User.Read',
          expires_in: 3_600,
          ext_expires_in: 3_600,
        },
      }),
    ],
    flows: [clean('succeeded', 'jwt_bearer')],
  },
};

describe('healthy grants without a redirect', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
