import { describe, expect, it } from 'vitest';
import { command, targets } from '../../src/commands/command.ts';
import { flowScript } from '../../src/commands/flow-script.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Message } from '../../src/oauth/message.ts';
import { NO_PARAMS } from '../../src/oauth/values/params.ts';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { exchange } from '../http/exchanges.ts';
import { FORM } from './commands.ts';

const JSON_TYPE = 'Content-Type: application/json';
const AT = 'https://server.example.com';
const get = (path: string): Exchange => exchange({ url: `${AT}${path}` });
const field = (line: string): Exchange => exchange({ url: `${AT}/`, request: [line] });
const post = (type: string, text: string): Exchange =>
  exchange({ method: 'POST', url: `${AT}/token`, request: [type], body: { text } });
const form = (text: string): Exchange => post(FORM, text);
const json = (value: unknown): Exchange => post(JSON_TYPE, JSON.stringify(value));
const xml = (text: string): Exchange => post('Content-Type: text/xml', text);
const url = (text: string): string => encodeURIComponent(text);

/** A secret that no rule knows by its shape, as long as it has no digits and capitals. */
const S = 'qV7hJz61Lw2eXk9Td4';
const WORD = 'kestrel-lantern-quartz';
const nested = `https://app.example.com/cb?code=${S}&state=x`;

const PLANTS: readonly (readonly [sentence: string, value: string, of: Exchange])[] = [
  ['a code', S, get(`/cb?code=${S}`)],
  ['a code of words', WORD, get(`/cb?code=${WORD}`)],
  ['a code in a nested URL', S, get(`/login?next=${url(nested)}`)],
  [
    'a code in a URL that is nested twice',
    S,
    get(`/login?next=${url(`https://a.example.com/?u=${url(nested)}`)}`),
  ],
  ['a code in a relative URL', S, get(`/login?returnUrl=${url(`/connect/cb?code=${S}`)}`)],
  [
    'a token in a nested fragment',
    S,
    get(`/login?next=${url(`https://app.example.com/#access_token=${S}`)}`),
  ],
  ['a code in a referer', S, field(`Referer: ${nested}`)],
  ['a token in the path of a referer', S, field(`Referer: https://app.example.com/reset/${S}/new`)],
  ['a token in a path', S, get(`/invite/${S}/accept`)],
  [
    'a JWT in a path',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
    get('/v/eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl/x'),
  ],
  [
    'a reset token of hex',
    'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
    get('/reset/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'),
  ],
  [
    ';jsessionid',
    'A1B2C3D4E5F60718293A4B5C6D7E8F90',
    get('/login;jsessionid=A1B2C3D4E5F60718293A4B5C6D7E8F90?a=1'),
  ],
  [';JSESSIONID with a node', 'A1B2C3D4E5F60718', get('/login;JSESSIONID=A1B2C3D4E5F60718.node1')],
  ['mfa_code', '918273', form('mfa_code=918273&a=1')],
  ['otp', '918273', form('a=1&otp=918273')],
  ['sig', S, get(`/blob?sv=2020&sig=${url(`${S}+/=`)}`)],
  ['key', S, get(`/maps?key=${S}`)],
  ['api_key', WORD, get(`/maps?api_key=${WORD}`)],
  ['upper-case names', WORD, get(`/cb?ACCESS_TOKEN=${WORD}`)],
  ['CODE', WORD, get(`/cb?CODE=${WORD}`)],
  ['login[pass]', WORD, form(`login[user]=bea&login[pass]=${WORD}`)],
  ['user[password] in escapes', WORD, form(`user%5Bpassword%5D=${WORD}`)],
  ['pwd', WORD, form(`pwd=${WORD}`)],
  ['passwd', WORD, form(`passwd=${WORD}`)],
  ['client_secret', 'x/y+z=9a', form(`client_secret=${url('x/y+z=9a')}`)],
  ['code_verifier', `${WORD}-${WORD}-${WORD}`, form(`code_verifier=${WORD}-${WORD}-${WORD}`)],
  ['refresh_token', WORD, form(`refresh_token=${WORD}`)],
  ['device_code', WORD, form(`device_code=${WORD}`)],
  ['SAMLResponse', S, form(`SAMLResponse=${url(Buffer.from(`<a>${S}</a>`).toString('base64'))}`)],
  [
    'client_assertion',
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln',
    form('client_assertion=eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln'),
  ],
  [
    'login_hint',
    'bea.miller@example.net',
    get(`/authorize?login_hint=${url('bea.miller@example.net')}`),
  ],
  ['login_hint of a name', 'bea.miller', get('/authorize?login_hint=bea.miller')],
  [
    'id_token_hint',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.',
    get('/logout?id_token_hint=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'),
  ],
  ['an e-mail address under any name', 'bea@example.net', get(`/x?q=${url('bea@example.net')}`)],
  ['state that is JSON', S, get(`/cb?state=${url(JSON.stringify({ csrf: S }))}`)],
  [
    'state that is base64',
    S,
    get(`/cb?state=${Buffer.from(JSON.stringify({ csrf: S })).toString('base64url')}`),
  ],
  ['nonce', WORD, get(`/authorize?nonce=${WORD}`)],
  [
    'request_uri',
    S,
    get(`/authorize?request_uri=${url(`urn:ietf:params:oauth:request_uri:${S}`)}`),
  ],
  [
    'a GraphQL variable',
    WORD,
    json({ query: 'mutation($p: String!) { login(password: $p) }', variables: { password: WORD } }),
  ],
  [
    'an argument in a GraphQL query',
    S,
    json({ query: `mutation { login(token: "${S}") { id } }` }),
  ],
  ['nested JSON', WORD, json({ a: { b: [{ refreshToken: WORD }] } })],
  ['JSON in JSON', WORD, json({ payload: JSON.stringify({ access_token: WORD }) })],
  ['JSON in a form', WORD, form(`payload=${url(JSON.stringify({ client_secret: WORD }))}`)],
  ['a number in JSON', '918273645', json({ otp: 918_273_645 })],
  ['a private key', S, json({ keys: [{ kty: 'RSA', d: S }] })],
  ['XML', WORD, xml(`<s:Envelope><o:Password Type="x">${WORD}</o:Password></s:Envelope>`)],
  ['an attribute in XML', WORD, xml(`<s:login xmlns:s="urn:x" user="bea" password="${WORD}"/>`)],
  [
    'multipart',
    WORD,
    post(
      'Content-Type: multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${WORD}\r\n--b--\r\n`,
    ),
  ],
  ['Authorization: Bearer', WORD, field(`Authorization: Bearer ${WORD}`)],
  [
    'Authorization: Basic',
    WORD,
    field(`Authorization: Basic ${Buffer.from(`id:${WORD}`).toString('base64')}`),
  ],
  ['Cookie', WORD, field(`Cookie: theme=dark; sid=${WORD}`)],
  ['DPoP', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln', field('DPoP: eyJhbGciOiJFUzI1NiJ9.e30.c2ln')],
  ['X-Api-Key', WORD, field(`X-Api-Key: ${WORD}`)],
  ['x-functions-key', WORD, field(`x-functions-key: ${WORD}`)],
  ['ocp-apim-subscription-key', WORD, field(`ocp-apim-subscription-key: ${WORD}`)],
  ['X-CSRF-Token', WORD, field(`X-CSRF-Token: ${WORD}`)],
  ['X-Amz-Security-Token', WORD, field(`X-Amz-Security-Token: ${WORD}`)],
  ['X-Forwarded-For', '203.0.113.77', field('X-Forwarded-For: 203.0.113.77')],
  ['userinfo of a nested URL', WORD, get(`/x?u=${url(`https://me:${WORD}@app.example.com/`)}`)],
  [
    'a provider token under any name',
    'gho_16C7e42F292c6912E7710c838347Ae178B4a',
    json({ note: 'gho_16C7e42F292c6912E7710c838347Ae178B4a' }),
  ],
  ['a code in an encoded cookie-like header', S, field(`X-Original-URL: /cb?code=${S}`)],
];

/** Whether a text has the value, raw or percent-encoded or in base64 of any offset. */
function stands(text: string, value: string): boolean {
  const spelled = [value, url(value), url(url(value))];
  for (const before of ['', 'a', 'ab']) {
    const packed = Buffer.from(before + value)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2);
    if (packed.length >= 8) spelled.push(packed, packed.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return spelled.some((one) => text.includes(one));
}

describe('a secret or personal value is named in every command', () => {
  it.each(PLANTS)('%s', (_sentence, value, of) => {
    for (const { id } of targets) {
      const result = command(of, { target: id, secrets: 'variables' });
      if ('refused' in result) continue;
      expect(stands(result.command, value), `${id}: ${result.command}`).toBe(false);
    }
    const bash = command(of, { target: 'curl-bash', secrets: 'values' });
    expect(bash).toHaveProperty('command');
  });

  it.each(PLANTS)('%s, also in a script', (_sentence, value, of) => {
    const call = { kind: 'api-call', params: NO_PARAMS, preflight: null, exchange: of };
    const result = flowScript([call as unknown as Message]);
    expect(result).toHaveProperty('command');
    expect(stands('command' in result ? result.command : '', value)).toBe(false);
  });

  it('no collected value of some length is in a command', () => {
    for (const [sentence, , of] of PLANTS) {
      const values = [...collectRecording([of], {}).secrets.keys()].filter(
        (one) => one.length >= 10,
      );
      for (const { id } of targets) {
        const result = command(of, { target: id, secrets: 'variables' });
        const text = 'command' in result ? result.command : '';
        expect(
          values.filter((value) => stands(text, value)),
          `${sentence} ${id}`,
        ).toEqual([]);
      }
    }
  });
});
