import { describe, expect, test } from 'vitest';
import { concealed } from './concealed.ts';
import { AS, error, form, header, json, type Plant, page, q, url } from './plants.ts';
import { exchange } from './recordings.ts';

const SURVIVORS: readonly Plant[] = [
  ['the code of an error', 'E1042', json({ error: 'invalid_grant', code: 'E1042' })],
  [
    'the nested code of an error',
    'AUTH-1042',
    json({ data: { errors: [{ code: 'AUTH-1042', message: 'No' }] } }),
  ],
  [
    'a code beside a message',
    'auth/invalid-credential',
    json({ code: 'auth/invalid-credential', message: 'No' }),
  ],
  ['the code of an error in a URL', '4003', url('/cb?error=access_denied&code=4003')],
  [
    'the id of an error',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    error('<p>Failed.</p><p>Correlation ID: 0f8fad5b-d9cb-469f-a165-70867728950e</p>'),
  ],
  [
    'trace_id',
    '4f9ac81d20e74f9ac81d20e74f9ac81d',
    json({ error: 'x', trace_id: '4f9ac81d20e74f9ac81d20e74f9ac81d' }),
  ],
  [
    'a class of Java',
    'com.example.auth.oauth2.OAuth2InvalidTokenException',
    error('com.example.auth.oauth2.OAuth2InvalidTokenException: expired'),
  ],
  [
    'a class of .NET',
    'Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException',
    error('Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException'),
  ],
  ['a policy', 'B2C_1A_SIGNUP_SIGNIN', url('/authorize?p=B2C_1A_SIGNUP_SIGNIN')],
  [
    'a policy in a path',
    'B2C_1A_signup_signin',
    url('/x.example/B2C_1A_signup_signin/oauth2/v2.0/authorize'),
  ],
  ['undefined', 'code=undefined', url('/cb?code=undefined')],
  ['null', 'state=null', url('/cb?state=null')],
  ['[object Object]', 'state=[object Object]', url('/cb?state=[object Object]')],
  ['a template', '{{code}}', form('code={{code}}')],
  [
    'a placeholder of documentation',
    '<your-client-secret>',
    form('client_secret=<your-client-secret>'),
  ],
  ['what a sanitizer wrote', '[redacted]', form('code=[redacted]')],
  [
    'a scope',
    'https://graph.example.com/User.Read',
    url(`/authorize?scope=${q('openid https://graph.example.com/User.Read')}`),
  ],
  ['a client id', 'kq7Zr2Vw9Lx4TnXy', url('/authorize?client_id=kq7Zr2Vw9Lx4TnXy')],
  [
    'public members of a key',
    '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx',
    json({
      keys: [
        {
          kty: 'RSA',
          kid: '2011-04-29-kq7Zr2Vw',
          e: 'AQAB',
          n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx',
        },
      ],
    }),
  ],
  ['kid', '2011-04-29-kq7Zr2Vw', json({ keys: [{ kty: 'RSA', kid: '2011-04-29-kq7Zr2Vw' }] })],
  ['a character reference', '&#x1f600;', exchange({ body: 'level=info msg="&#x61;&#x1f600;"' })],
  [
    'letters by their numbers behind a greeting',
    String.raw`\u0065\u0079\u004a\u0068\u0062\u0047`,
    error(String.raw`Dear \u0065\u0079\u004a\u0068\u0062\u0047, welcome`),
  ],
  ['a long path behind a greeting', `/${'ab_'.repeat(30)}`, error(`Hello /${'ab_'.repeat(30)}!`)],
  ['a timestamp', '2026-11-30T14:17:00.123Z', json({ at: '2026-11-30T14:17:00.123Z' })],
  ['a time in seconds', '1764512220', json({ t: 1764512220 })],
  ['an enumeration', 'account_type=personal', form('account_type=personal')],
  ['a locale', 'zh-Hant-TW', url('/authorize?ui_locales=zh-Hant-TW')],
  [
    'a resource',
    'https://api.example.com/v1/orders',
    url(`/authorize?resource=${q('https://api.example.com/v1/orders')}`),
  ],
  [
    'the address of metadata',
    '/.well-known/openid-configuration',
    url('/tenant/.well-known/openid-configuration'),
  ],
  [
    'a script with a hash',
    'main.8f3c2a91.js',
    page('<script src="/static/main.8f3c2a91.js"></script>'),
  ],
  ['a version', '4.18.2.1', error('Server version 4.18.2.1')],
  [
    'a browser',
    'Chrome/120.0.6099.71',
    header('User-Agent: Mozilla/5.0 Chrome/120.0.6099.71 Safari/537.36'),
  ],
  ['loopback', '127.0.0.1', error('connect ECONNREFUSED 127.0.0.1:5432')],
  ['the host of a URL', '192.168.10.20', exchange({ url: 'http://192.168.10.20:8080/cb' })],
  [
    'a tenant',
    '9188040d-6c67-4c5b-b112-36a304b66dad',
    url('/9188040d-6c67-4c5b-b112-36a304b66dad/oauth2/v2.0/authorize'),
  ],
  ['a build', '4f9ac81', json({ build: '4f9ac81' })],
  [
    'prose',
    'Keep the code and the state of the flow',
    error('Keep the code and the state of the flow'),
  ],
  ['a greeting of nobody', 'Welcome to Example', page('<h1>Welcome to Example</h1>')],
];

test.each(SURVIVORS)('%s stays: %s', (_what, value, of) => {
  const text = concealed([of]);
  expect(
    [text, decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))].join('\n'),
  ).toContain(value);
});

describe('a value that is also a word counts in its own place only', () => {
  test.each([
    [
      'a user called shop',
      exchange({
        url: `${AS}/authorize?client_id=shop-web&login_hint=shop`,
        text: 'The shop is closed.',
      }),
      'login_hint=‹›',
      ['client_id=shop-web', 'The shop is closed.'],
    ],
    [
      'a state that is a date',
      exchange({ url: `${AS}/cb?state=2026-11-30`, text: 'On 2026-11-30 it rained.' }),
      'state=‹›',
      ['On 2026-11-30 it rained.'],
    ],
    [
      'a cookie that is a word',
      exchange({ headers: ['Cookie: mode=keep'], text: 'Please keep this page.' }),
      'mode=‹›',
      ['Please keep this page.'],
    ],
  ] as const)('%s', (_sentence, of, replaced, kept) => {
    const text = concealed([of]);
    expect(text).toContain(replaced);
    for (const one of kept) expect(text).toContain(one);
  });
});
