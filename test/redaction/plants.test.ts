import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { concealed } from './concealed.ts';
import { exchange, inventedJwt } from './recordings.ts';
import { base64 } from './secrets.ts';

const AS = 'https://as.example.com';
const q = encodeURIComponent;
const page = (html: string, status = 200): Exchange => exchange({ text: html, status });
const error = (text: string): Exchange => exchange({ status: 400, text });
const json = (value: object): Exchange => exchange({ text: JSON.stringify(value) });
const url = (rest: string): Exchange => exchange({ url: `${AS}${rest}` });
const form = (body: string): Exchange => exchange({ method: 'POST', body });
const header = (line: string): Exchange => exchange({ headers: [line] });
const answer = (line: string): Exchange => exchange({ status: 401, answer: [line] });
const RANDOM = 'kq7Zr2Vw9Lx4Tn';
const XML = (inside: string): string =>
  `<?xml version="1.0"?><samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${inside}</samlp:Response>`;

type Plant = readonly [place: string, value: string, of: Exchange];

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

const PEOPLE: readonly Plant[] = [
  ['an IPv4 address in a text', '203.0.113.77', error('Login from 203.0.113.77 was refused')],
  ['an IPv4 address in a header', '203.0.113.77', header('X-Acme-Peer: 203.0.113.77')],
  ['an IPv6 address', '2001:db8:cafe::17', error('Login from 2001:db8:cafe::17 was refused')],
  ['Forwarded', '2001:db8:cafe::17', header('Forwarded: for="[2001:db8:cafe::17]:4711"')],
  ['a phone number', '+49 171 1234567', error('We sent a code to +49 171 1234567.')],
  ['E.164', '+14155550100', json({ message: 'SMS to +14155550100 failed' })],
  ['a national number', '(030) 1234567', page('<p>Call (030) 1234567</p>')],
  ['a number by its name', '491711234567', json({ msisdn: '491711234567' })],
  ['a card', '4111 1111 1111 1111', error('Card 4111 1111 1111 1111 declined')],
  ['a bank account', 'DE89 3704 0044 0532 0130 00', error('from DE89 3704 0044 0532 0130 00')],
  ['ssn', '078-05-1120', json({ note: 'SSN 078-05-1120' })],
  ['dob', '1984-02-29', json({ dob: '1984-02-29' })],
  ['an IDN address', 'jörg@bücher.example', error('No account for jörg@bücher.example')],
  [
    'an address without a top-level domain',
    'ana@intranet',
    error('No account for ana@intranet found'),
  ],
  ['a quoted address', '"ana lima"@example.com', error('No account for "ana lima"@example.com')],
  [
    'a percent-encoded address in a path',
    'ana.lima%40example.com',
    url('/users/ana.lima%40example.com/keys'),
  ],
  ['a Windows account', 'CORP\\alima', json({ detail: 'Access denied for CORP\\alima' })],
  ['a UPN', 'alima@corp.example.com', json({ upn: 'alima@corp.example.com' })],
  ['Signed in as', 'Marcella Quist', page('<p>Signed in as <b>Marcella Quist</b></p>')],
  ['Welcome', 'Marcella', page('<h1>Welcome back, Marcella!</h1>')],
  ['Hello', 'Marcella Quist', error('Hello Marcella Quist, your session has ended.')],
  ['Angemeldet als', 'Marcella Quist', page('<p>Angemeldet als Marcella Quist</p>')],
  ['Connecté en tant que', 'Marcella Quist', page('<p>Connecté en tant que Marcella Quist</p>')],
  ['Bienvenido', 'Marcella', page('<p>Bienvenido, Marcella</p>')],
  ["user 'NAME'", 'mquist', error("user 'mquist' is locked")],
  ['a full name', 'Marcella Quist', json({ name: 'Marcella Quist' })],
  ['displayName', 'Marcella Quist', json({ user: { displayName: 'Marcella Quist' } })],
  ['cn', 'Marcella Quist', json({ attributes: { cn: ['Marcella Quist'] } })],
  [
    'oid',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    json({ oid: '0f8fad5b-d9cb-469f-a165-70867728950e' }),
  ],
  ['login_hint', 'mquist', url('/authorize?login_hint=mquist')],
  ['user_email', 'no-address-here', form('user_email=no-address-here')],
  [
    'a SAML subject',
    'mquist-plain',
    exchange({ text: XML('<saml:NameID Format="x">mquist-plain</saml:NameID>') }),
  ],
  [
    'a SAML attribute',
    'Quist',
    exchange({
      text: XML(
        '<saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>Quist</saml:AttributeValue></saml:Attribute>',
      ),
    }),
  ],
  [
    'a SAML response in base64',
    'mquist-plain',
    exchange({
      method: 'POST',
      body: `SAMLResponse=${q(base64(XML('<NameID>mquist-plain</NameID>')))}`,
      text: 'mquist-plain',
    }),
  ],
  ['a home folder in a stack trace', 'mquist', error('at load (/Users/mquist/app/index.js:1:2)')],
];

describe.each([
  ['secrets', SECRETS],
  ['people', PEOPLE],
] as const)('%s', (_title, plants) => {
  test.each(plants)('%s: %s', (_place, value, of) => {
    expect(concealed([of])).not.toContain(value);
  });
});

test('an address and a name in what names the recording', () => {
  const sources = [
    { file: 'ana.lima@example.com.har', recorder: 'Tool of bea@example.org 1.2', exchanges: 1 },
  ];
  const navigations = [{ at: 0, url: `https://app.example.com/#access_token=${RANDOM}` }];
  const text = concealed([], { sources, navigations });
  expect(text).not.toMatch(/lima|bea/);
  expect(text).not.toContain(RANDOM);
});

type Survivor = readonly [what: string, value: string, of: Exchange];

const SURVIVORS: readonly Survivor[] = [
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
