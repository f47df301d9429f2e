import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, spa } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  login,
  page,
  redeemed,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const refused = (error: string, description = '', status = 400, more = {}): Exchange =>
  redeemed(spa, { status, answerBody: { error, error_description: description }, ...more });

const cases: readonly Failure[] = [
  [
    'the code used twice by a double effect',
    [
      ...login(spa),
      { ...refused('invalid_grant', 'Code not found'), startedAt: redeemed(spa).startedAt + 30 },
    ],
    'succeeded',
    'code-reused',
  ],
  [
    'the code used twice at a server that then revokes its tokens',
    [
      ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
      { ...refused('invalid_grant'), startedAt: redeemed(spa).startedAt + 30 },
      call(5, APP, `${AS}/userinfo`, {
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        status: 401,
        answerBody: '',
      }),
      call(6, APP, spa.token ?? '', {
        body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
        status: 400,
        answerBody: { error: 'invalid_grant' },
      }),
    ],
    'succeeded',
    'code-reused',
  ],
  ...(
    [
      ['and whose tokens live on', 200, 'refresh-invalid-grant'],
      ['and a server that then breaks', 500, 'userinfo-failed'],
    ] as const
  ).map(
    ([name, status, beside]): Failure => [
      `the code used twice, ${name}`,
      [
        ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
        { ...refused('invalid_grant'), startedAt: redeemed(spa).startedAt + 30 },
        call(5, APP, `${AS}/userinfo`, {
          headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
          status,
          answerBody: { sub: '00u1example' },
        }),
        ...(status === 200
          ? [
              call(6, APP, spa.token ?? '', {
                body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
                status: 400,
                answerBody: { error: 'invalid_grant' },
              }),
            ]
          : []),
      ],
      'succeeded',
      'code-reused',
      [beside],
    ],
  ),
  [
    'the code used twice at a server that allows it, and later a refused refresh',
    [
      ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
      { ...redeemed(spa), startedAt: redeemed(spa).startedAt + 30, id: 'again' },
      call(6, APP, spa.token ?? '', {
        body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
        status: 400,
        answerBody: { error: 'invalid_grant' },
      }),
    ],
    'succeeded',
    'refresh-invalid-grant',
    ['code-reused'],
  ],
  [
    'the code has expired',
    [
      ...frontChannel(spa),
      {
        ...refused('invalid_grant', 'Code not valid'),
        startedAt: refused('x').startedAt + 900_000,
      },
    ],
    'failed',
    'code-expired-likely',
  ],
  [
    'reload of the callback',
    [
      ...login(spa),
      page(20, responseUrl(spa)),
      { ...refused('invalid_grant', 'Code not valid'), startedAt: refused('x').startedAt + 16_000 },
    ],
    'succeeded',
    'callback-loaded-twice',
  ],
];

describe('a code that is used twice or too late', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
