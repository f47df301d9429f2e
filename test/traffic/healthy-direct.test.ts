import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { AS } from './clients.ts';
import { form, idToken, page, posted, redirect, sent } from './sketch.ts';
import { clean, flowsOf, type Recordings, summary } from './summary.ts';

const DEVICE_CODE = 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS';
const REQUEST_ID = '1c266114-a1be-4252-8ad1-04986c5b9ac1';
const NOTIFY = 'https://bank.example.com/notify';

const device = (at: number, userCode = 'WDJB-MJHT', code = DEVICE_CODE): Exchange =>
  sent(at, `${AS}/device_authorization`, {
    body: form({ client_id: 'tv', scope: 'openid' }),
    answerBody: {
      device_code: code,
      user_code: userCode,
      verification_uri: `${AS}/activate`,
      expires_in: 1_800,
      interval: 5,
    },
  });

const poll = (at: number, values: Record<string, string>, error: string | null): Exchange =>
  sent(at, `${AS}/token`, {
    body: form(values),
    status: error ? 400 : 200,
    answerBody: error
      ? { error }
      : { access_token: `access-at-${at}`, token_type: 'Bearer', expires_in: 300 },
  });

const devicePoll = (at: number, error: string | null, code = DEVICE_CODE): Exchange =>
  poll(
    at,
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: code,
      client_id: 'tv',
    },
    error,
  );

const ciba = (at: number, more: Record<string, string> = {}): Exchange =>
  sent(at, `${AS}/bc-authorize`, {
    body: form({ client_id: 'bank', scope: 'openid', login_hint: 'ada@example.com', ...more }),
    answerBody: { auth_req_id: REQUEST_ID, expires_in: 120, interval: 2 },
  });

const cibaPoll = (at: number, error: string | null): Exchange =>
  poll(
    at,
    {
      grant_type: 'urn:openid:params:grant-type:ciba',
      auth_req_id: REQUEST_ID,
      client_id: 'bank',
    },
    error,
  );

const notified = (at: number, more: object = {}): Exchange =>
  sent(at, NOTIFY, {
    body: JSON.stringify({ auth_req_id: REQUEST_ID, ...more }),
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer 8d67dc78-7faa-4d41-aabd-67707b374255',
    },
    status: 204,
  });

const NOTIFICATION_TOKEN = { client_notification_token: '8d67dc78-7faa-4d41-aabd-67707b374255' };

const recordings: Recordings = {
  'a device login that was refused at once': {
    exchanges: [
      sent(0, `${AS}/device_authorization`, {
        body: form({ client_id: 'nobody' }),
        status: 401,
        answerBody: { error: 'invalid_client' },
      }),
    ],
    flows: [
      {
        grant: 'device_code',
        outcome: 'failed',
        cause: 'device-request-refused',
        held: ['device-request-refused'],
      },
    ],
  },
  'a device login whose code expired': {
    exchanges: [
      device(0),
      devicePoll(5, 'authorization_pending'),
      devicePoll(1_805, 'expired_token'),
    ],
    flows: [
      {
        grant: 'device_code',
        outcome: 'failed',
        cause: 'device-code-expired',
        held: ['device-code-expired'],
      },
    ],
  },
  'CIBA, ping': {
    exchanges: [
      ciba(0, NOTIFICATION_TOKEN),
      cibaPoll(2, 'authorization_pending'),
      notified(9),
      cibaPoll(9.2, null),
    ],
    flows: [clean('succeeded', 'ciba')],
  },
  'CIBA, ping, before the client has asked': {
    exchanges: [ciba(0, NOTIFICATION_TOKEN), notified(9)],
    flows: [clean('unfinished', 'ciba')],
  },
  'CIBA, push': {
    exchanges: [
      ciba(0, NOTIFICATION_TOKEN),
      notified(9, {
        access_token: 'access-that-was-pushed',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: idToken(9, { iss: AS, aud: 'bank' }),
      }),
      sent(10, 'https://api.example.com/accounts', {
        headers: { authorization: 'Bearer access-that-was-pushed' },
        answerBody: [],
      }),
    ],
    flows: [clean('succeeded', 'ciba')],
  },
  'CIBA, push of a refusal': {
    exchanges: [ciba(0, NOTIFICATION_TOKEN), notified(9, { error: 'access_denied' })],
    flows: [{ grant: 'ciba', outcome: 'failed', cause: null, held: [] }],
  },
};

describe('grants that begin without a browser', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });

  it('joins the pages on which the user confirms a device login', () => {
    const pages = [
      page(20, `${AS}/activate`),
      posted(25, `${AS}/activate`, { user_code: 'wdjb mjht' }, { headers: {} }),
      posted(28, `${AS}/activate/confirm`, { user_code: 'WDJBMJHT', allow: 'yes' }),
    ];
    const exchanges = [device(0), devicePoll(5, 'slow_down'), ...pages, devicePoll(30, null)];
    expect(flowsOf(exchanges)).toEqual([
      'device_code: device-authorization-request, token-request, interaction, interaction, interaction, token-request',
    ]);
  });

  it('separates the users of two device logins by the codes that they enter', () => {
    const other = 'AAAAhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS';
    const exchanges = [
      device(0),
      device(1, 'BDKF-QWRT', other),
      posted(20, `${AS}/link`, { user_code: 'WDJB-MJHT' }),
      redirect(22, `${AS}/link?user_code=BDKF-QWRT`, '/link/done'),
      page(22.1, `${AS}/link/done`),
      devicePoll(30, null),
      devicePoll(31, null, other),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'device_code: device-authorization-request, interaction, token-request',
      'device_code: device-authorization-request, interaction, interaction, token-request',
    ]);
  });
});
