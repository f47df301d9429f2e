import { describe, expect, it } from 'vitest';
import { APP, AS, spa } from './clients.ts';
import { call, form, login } from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const cases: readonly Failure[] = [
  [
    'rotation race between tabs',
    [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      call(300, APP, `${AS}/token`, {
        body: form({
          grant_type: 'refresh_token',
          client_id: 'client-of-the-app',
          refresh_token: 'r-1',
        }),
        answerBody: {
          access_token: 'a-2',
          token_type: 'Bearer',
          refresh_token: 'r-2',
          expires_in: 60,
        },
      }),
      call(300.3, APP, `${AS}/token`, {
        body: form({
          grant_type: 'refresh_token',
          client_id: 'client-of-the-app',
          refresh_token: 'r-1',
        }),
        status: 400,
        answerBody: { error: 'invalid_grant', error_description: 'Token reuse detected' },
      }),
    ],
    'succeeded',
    'refresh-parallel',
  ],
  [
    'Entra: refresh after 24 hours',
    [
      call(0, APP, 'https://login.microsoftonline.com/common/oauth2/v2.0/token', {
        body: form({ grant_type: 'refresh_token', client_id: 'c', refresh_token: 'r' }),
        status: 400,
        answerBody: {
          error: 'invalid_grant',
          error_description:
            'AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00',
          error_codes: [700084],
        },
      }),
    ],
    'failed',
    'refresh-invalid-grant',
  ],
];

describe('a refused refresh', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
