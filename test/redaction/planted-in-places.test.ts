import { expect, test } from 'vitest';
import { concealed } from './concealed.ts';
import {
  AS,
  answer,
  error,
  form,
  header,
  json,
  type Plant,
  page,
  q,
  RANDOM,
  url,
  XML,
} from './plants.ts';
import { exchange, inventedJwt } from './recordings.ts';
import { base64 } from './secrets.ts';

const SECRETS: readonly Plant[] = [
  [
    'a token quoted in a challenge',
    RANDOM,
    answer(
      `WWW-Authenticate: Bearer error="invalid_token", error_description="The token '${RANDOM}' has expired"`,
    ),
  ],
  [
    'a parameter of a challenge',
    RANDOM,
    answer(`WWW-Authenticate: Custom realm="api", access_token="${RANDOM}"`),
  ],
  [';jsessionid', 'A1B2C3D4E5F60718', url('/login;jsessionid=A1B2C3D4E5F60718?x=1')],
  [';sid', 'qwfpgj9812', url('/app;sid=qwfpgj9812/home')],
  ['a path after reset', 'k3j9d8f7a2', url('/account/reset/k3j9d8f7a2')],
  ['a random path segment', `${RANDOM}8Qa`, url(`/download/${RANDOM}8Qa`)],
  [
    'a JWT in a path',
    inventedJwt({ a: 1 }).split('.')[1] ?? '',
    url(`/verify/${inventedJwt({ a: 1 })}`),
  ],
  ['a path in a fragment', `${RANDOM}8Qa`, url(`/app#/invite/${RANDOM}8Qa`)],
  ['a query without a name', RANDOM, url(`/cb?${RANDOM}`)],
  ['a nested URL', RANDOM, url(`/login?next=${q(`https://app.example.com/cb?code=${RANDOM}`)}`)],
  [
    'a URL in a URL in a URL',
    RANDOM,
    url(`/a?u=${q(`https://b.example.com/?v=${q(`https://c.example.com/?code=${RANDOM}`)}`)}`),
  ],
  [
    'a connection string',
    'hunter2!',
    error('Server=db.example.com;User ID=svc_login;Password=hunter2!;Encrypt=true'),
  ],
  [
    'an account key',
    'Zm9vYmFyYmF6cXV4Zm9v==',
    error(
      'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=Zm9vYmFyYmF6cXV4Zm9v==;EndpointSuffix=example.net',
    ),
  ],
  [
    'a shared access key',
    'c2VjcmV0c2VjcmV0',
    error(
      'Endpoint=sb://bus.example.net/;SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0c2VjcmV0',
    ),
  ],
  [
    'a URL with a password in a stack trace',
    's3cr3tpw',
    error(
      'Error: connect failed\n    at connect (postgres://svc:s3cr3tpw@db.example.com:5432/app)',
    ),
  ],
  ['an assignment in a log', 'hunter2', error('failed with password: hunter2 and retry=3')],
  ['a token in prose', 'a8f3k2m9x1', error('The code a8f3k2m9x1 was already used')],
  ['mfa_code', '194833', form('mfa_code=194833&x=1')],
  ['otp', 'wobble', form('otp=wobble')],
  ['sig', 'plainsig', url('/f?sig=plainsig&se=2026')],
  ['key', 'AIzaSyA1234567890abc', url('/maps?key=AIzaSyA1234567890abc')],
  ['subscription-key', 'wordlike', url('/api?subscription-key=wordlike')],
  ['x-functions-key', 'wordlike', header('x-functions-key: wordlike')],
  ['ocp-apim-subscription-key', 'wordlike', header('Ocp-Apim-Subscription-Key: wordlike')],
  ['CODE', 'wordlike-code', url('/cb?CODE=wordlike-code')],
  ['ACCESS_TOKEN', 'wordlike', form('ACCESS_TOKEN=wordlike')],
  ['login[pass]', 'wordlike', form('login[pass]=wordlike')],
  ['j_password', 'wordlike', form('j_password=wordlike')],
  ['ctl00$Password', 'wordlike', form('ctl00%24Password=wordlike')],
  [
    'GraphQL variables',
    'wordlike',
    exchange({
      method: 'POST',
      body: JSON.stringify({
        query: 'mutation Login($input: LoginInput!) { login(input: $input) { id } }',
        variables: { input: { user: { credentials: { passPhrase: 'wordlike' } } } },
      }),
    }),
  ],
  [
    'JSON in JSON',
    'wordlike',
    json({ body: JSON.stringify({ inner: JSON.stringify({ client_secret: 'wordlike' }) }) }),
  ],
  ['an unknown short lower-case value', 'k3j9d8f7', url('/x?zzz=k3j9d8f7')],
  ['an unknown value of letters', 'qzxwvkjhgpbt', json({ blob: 'qzxwvkjhgpbt' })],
  ['an unknown header', RANDOM, header(`X-Acme: ${RANDOM}`)],
  [
    'state of random|url',
    RANDOM,
    exchange({
      url: `${AS}/authorize?state=${q(`${RANDOM}|https://app.example.com/home`)}`,
      text: `<p>${RANDOM}</p>`,
    }),
  ],
  [
    'state of JSON',
    RANDOM,
    url(`/authorize?state=${q(JSON.stringify({ csrfToken: RANDOM, returnTo: '/' }))}`),
  ],
  [
    'state of base64 of JSON',
    RANDOM,
    exchange({
      url: `${AS}/authorize?state=${q(base64(JSON.stringify({ n: RANDOM })))}`,
      text: `<p>${RANDOM}</p>`,
    }),
  ],
  [
    'a hidden input outside of a form',
    'lowercase-value',
    page('<div><input type="hidden" name="zzz" value="lowercase-value"></div>'),
  ],
  ['a meta element', 'lowercase-value', page('<meta name="csrf-token" content="lowercase-value">')],
  [
    'a script of a page',
    'lowercase-value',
    page('<script>window.__CONFIG__ = {"accessToken":"lowercase-value"};</script>'),
  ],
  [
    'a JSONP answer',
    'lowercase-value',
    exchange({ text: 'callback({"access_token":"lowercase-value"})' }),
  ],
  [
    'lines of JSON',
    'lowercase-value',
    exchange({ text: '{"a":1}\n{"refresh_token":"lowercase-value"}' }),
  ],
  [
    'a SAML session index',
    'idx-plain',
    exchange({ text: XML('<saml:AuthnStatement SessionIndex="idx-plain"/>') }),
  ],
  [
    'a password in XML',
    'wordlike',
    exchange({ text: '<?xml version="1.0"?><Envelope><Password>wordlike</Password></Envelope>' }),
  ],
  [
    'a private key',
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
    error(
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----',
    ),
  ],
  [
    'the initiator',
    RANDOM,
    { ...exchange({}), initiator: `https://app.example.com/cb?code=${RANDOM}` },
  ],
  [
    'the text of a failure',
    RANDOM,
    {
      ...exchange({}),
      failure: { reason: 'unknown', text: `blocked https://x.example.com/?code=${RANDOM}` },
    },
  ],
  ['the title of a page', 'a8f3k2m9x1', page('<title>Code a8f3k2m9x1</title>')],
  [
    'the name of a cookie',
    'CfDJ8Kq7Zr2Vw9Lx4Tn',
    header('Cookie: .AspNetCore.Nonce.CfDJ8Kq7Zr2Vw9Lx4Tn=N'),
  ],
  [
    'a cookie whose value is base64 of JSON',
    RANDOM,
    exchange({ headers: [`Cookie: s=${base64(JSON.stringify({ t: RANDOM }))}`], text: RANDOM }),
  ],
];

test.each(SECRETS)('%s: %s', (_place, value, of) => {
  expect(concealed([of])).not.toContain(value);
});
