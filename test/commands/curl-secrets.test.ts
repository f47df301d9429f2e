import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange } from '../http/exchanges.ts';
import { curl, FORM } from './commands.ts';
import { posixWords } from './posix-words.ts';

const TOKEN_REQUEST = exchange({
  method: 'POST',
  request: ['Host: server.example.com', 'Accept-Encoding: gzip', FORM, 'Content-Length: 9'],
  body: {
    text: 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_secret=a%2Bb',
  },
});

describe('secrets in a curl command', () => {
  it('names secrets and does not contain them', () => {
    expect(curl(TOKEN_REQUEST).command).toBe(`# Set first: CODE, CLIENT_SECRET
# Values go into URL and body as they stand, so percent-encode them where needed.
# Usable once, a replay may fail or spend it: CODE
curl --url 'https://server.example.com/token' \\
  -H 'Content-Type: application/x-www-form-urlencoded' \\
  --compressed \\
  --data-raw 'grant_type=authorization_code&code='"\${CODE:?}"'&client_secret='"\${CLIENT_SECRET:?}"`);
  });

  it('contains them when asked to', () => {
    const { command, bare } = curl(TOKEN_REQUEST, 'values');
    expect(command).toContain('# This command holds secrets.\n# It holds values');
    expect(posixWords(bare).at(-1)).toBe(
      'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_secret=a%2Bb',
    );
  });

  it.each([
    [
      'Basic',
      'Authorization: Basic czZCaGRSa3F0MzpzZWNyZXQ=',
      `-u "\${CLIENT_ID:?}"':'"\${CLIENT_SECRET:?}"`,
    ],
    ['Basic without a password', 'Authorization: Basic aWQ6', `-u "\${CLIENT_ID:?}"':'`],
    [
      'Basic that is none',
      'Authorization: Basic a',
      `'Authorization: Basic '"\${AUTHORIZATION:?}"`,
    ],
    ['Bearer', 'authorization: Bearer 2YotnFZF', `'authorization: Bearer '"\${ACCESS_TOKEN:?}"`],
    ['DPoP', 'Authorization: DPoP Kz8oXLPMTjGw', `'Authorization: DPoP '"\${ACCESS_TOKEN:?}"`],
    ['another scheme', 'Authorization: Hawk id="x"', `'Authorization: Hawk '"\${AUTHORIZATION:?}"`],
    ['no scheme', 'Authorization: 2YotnFZFEjr1', `'Authorization: '"\${AUTHORIZATION:?}"`],
    ['a proof', 'DPoP: e30.e30.AA', `'DPoP: '"\${DPOP_PROOF:?}"`],
    ['a cookie', 'Cookie: cj', `'Cookie: '"\${COOKIE:?}"`],
    ['a key', 'X-Api-Key: 0123456789', /'X-Api-Key: '"\$\{\w+:\?\}"/],
    ['a JWT anywhere', 'X-Id: eyJhbGciOiJub25lIn0.e30.', /'X-Id: '"\$\{\w+:\?\}"/],
  ])('conceals %s', (_sentence, line, expected) => {
    expect(curl(exchange({ request: [line] })).bare).toMatch(expected);
  });

  it('keeps Authorization unchanged when it contains values', () => {
    const line = 'Authorization: Basic czZCaGRSa3F0MzpzZWNyZXQ=';
    expect(curl(exchange({ request: [line] }), 'values').bare).toContain(`-H '${line}'`);
  });

  it.each([
    [
      'JSON',
      'application/json',
      '{"grant_type": "refresh_token", "refresh_token" : "a\\"bcdefghi", "n": ["x"]}',
      /'\{"grant_type": "refresh_token", "refresh_token" : "'"\$\{REFRESH_TOKEN:\?\}"'", "n": \["x"\]\}'/,
    ],
    [
      'a name in escapes',
      FORM.slice(14),
      'a=1&client%5Fsecret=xyzzy-12&b',
      /'a=1&client%5Fsecret='"\$\{CLIENT_SECRET:\?\}"'&b'/,
    ],
    ['an unknown name', FORM.slice(14), 'PATH_TOKEN=xyzzy-12', /'PATH_TOKEN='"\$\{SECRET:\?\}"/],
    [
      'two values of one name',
      FORM.slice(14),
      'code=aaa-1&code=bbb-2&code=aaa-1',
      /'code='"\$\{CODE:\?\}"'&code='"\$\{CODE_2:\?\}"'&code='"\$\{CODE:\?\}"/,
    ],
  ])('conceals %s in a body', (_sentence, type, text, expected) => {
    const of = exchange({ method: 'POST', request: [`Content-Type: ${type}`], body: { text } });
    expect(curl(of).bare).toMatch(expected);
  });

  it('conceals fields of multipart/form-data', () => {
    const text =
      '--b\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\nhunter2-of-all\r\n--b--\r\n';
    const request = ['Content-Type: multipart/form-data; boundary=b'];
    const { bare } = curl(exchange({ method: 'POST', request, body: { text } }));
    expect(bare).toContain(`"\${CLIENT_SECRET:?}"`);
    expect(bare).not.toContain('hunter2');
  });

  it('conceals a value in all other places, in the encoding that it has there', () => {
    const { bare } = curl(
      exchange({
        url: 'https://client.example.com/cb/Splx%2FOBeZQQYbYS6WxSbIA?code=Splx%2FOBeZQQYbYS6WxSbIA&a=[1]#x',
        request: [
          'Referer: https://client.example.com/?state=af0ifjsldkj',
          'X: Splx/OBeZQQYbYS6WxSbIA.',
        ],
      }),
    );
    expect(bare).not.toMatch(/Splx|OBeZ|af0if|#/);
    expect(bare).toContain(`/cb/'"\${CODE:?}"'?code='"\${CODE:?}"'&a=[1]' \\\n  --globoff`);
    expect(bare).toMatch(/-H 'X: '"\$\{(?:CODE_2|SECRET):\?\}"/);
  });

  const secret = fc
    .string({ unit: fc.constantFrom(...'abc$(x)"\'!\n\r%&= {}'), maxLength: 12 })
    .map((text) => `MARK${text}KRAM`);
  const planted = fc.record({
    where: fc.constantFrom('query', 'form', 'json', 'multipart', 'header'),
    name: fc.constantFrom('code', 'client_secret', 'code_verifier', 'refresh_token', 'my_token'),
    secret,
  });

  function plant({
    where,
    name,
    secret: value,
  }: typeof planted extends fc.Arbitrary<infer T> ? T : never) {
    const coded = encodeURIComponent(value);
    const url = `https://server.example.com/${coded}?a=1`;
    if (where === 'query') return exchange({ url: `${url}&${name}=${coded}` });
    if (where === 'header') return exchange({ url, request: [`X-Auth-Token: ${coded}`] });
    const [type, text] = {
      form: ['application/x-www-form-urlencoded', `a=1&${name}=${coded}&b=${coded}`],
      json: ['application/json', JSON.stringify({ a: 1, [name]: coded, b: { c: coded } })],
      multipart: [
        'multipart/form-data; boundary=b',
        `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${coded}\r\n--b--\r\n`,
      ],
    }[where];
    const request = [`Content-Type: ${type}`, `Referer: https://app.example.com/?state=${coded}`];
    return exchange({ method: 'POST', url, request, body: { text: text ?? '' } });
  }

  it('contains no secret, and sends the same with it', () => {
    fc.assert(
      fc.property(planted, (plan) => {
        const of = plant(plan);
        const { command } = curl(of);
        expect(command).not.toMatch(/MARK|KRAM/);
        expect(command).toMatch(/^# Set first: [A-Z_, ]+\n/);
        const body = of.request.body && 'text' in of.request.body ? of.request.body.text : null;
        const words = posixWords(curl(of, 'values').bare.replace(/^printf.* \| /s, ''));
        expect(words[2]).toBe(of.request.url);
        if (body !== null && !words.includes('@-')) expect(words.at(-1)).toBe(body);
      }),
    );
  });

  it.each(['&', '=&', 'code=1&', '"', '\\"', '{"a":', '\r\n', '!\n', '--b'])(
    'writes a megabyte of %j in bounded time',
    (piece) => {
      const started = performance.now();
      const text = piece.repeat(1_000_000 / piece.length);
      for (const type of ['application/json', 'multipart/form-data; boundary=b', 'text/plain']) {
        const request = [`Content-Type: ${type}`];
        curl(exchange({ method: 'POST', request, body: { text } }));
      }
      expect(performance.now() - started).toBeLessThan(40_000);
    },
    120_000,
  );
});
