import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, inventedJwt } from './recordings.ts';
import { redactorOf } from './redacted-texts.ts';
import { base64, secret } from './secrets.ts';

describe('equality survives', () => {
  test('equal values become equal placeholders, different ones different placeholders', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(secret, { minLength: 2, maxLength: 6 }), async (values) => {
        const exchanges = values.map((value) =>
          exchange({ url: `https://app.example.com/cb?state=${encodeURIComponent(value)}` }),
        );
        const { redact } = await redactorOf(exchanges);
        const names = values.map((value) => redact(`${value}`));
        const again = values.map((value) => redact(encodeURIComponent(value)));
        expect(again).toEqual(names);
        expect(new Set(names).size).toBe(values.length);
      }),
      { numRuns: 50 },
    );
  });

  test('a state that comes back changed is seen to have changed', async () => {
    const { redact } = await redactorOf([
      exchange({
        url: 'https://as.example.com/authorize?response_type=code&client_id=spa&state=4f9aKq81mZx0Lw2e',
        status: 302,
        answer: ['Location: https://app.example.com/cb?code=c0deUvw7z1y&state=4f9aKq81mZx0Lw2E'],
      }),
    ]);
    expect(redact('sent "4f9aKq81mZx0Lw2e", got "4f9aKq81mZx0Lw2E"')).toBe(
      'sent "‹state-1›", got "‹state-2›"',
    );
  });

  test('placeholders are numbered in the order of the recording and derive from nothing else', async () => {
    const values = ['bbbQ7kd82hJz61', 'aaaQ7kd82hJz62'];
    const { redact } = await redactorOf(
      values.map((value) => exchange({ url: `https://app.example.com/cb?code=${value}` })),
    );
    expect(redact(values.toReversed().join(' '))).toBe('‹code-2› ‹code-1›');
  });
});

describe('the scan', () => {
  const code = 'SplxlOBeZQQYbYS6WxSbIA';
  const redactor = redactorOf([exchange({ url: `https://app.example.com/cb?code=${code}` })]);

  test('names the leaked value and never shows it', async () => {
    expect((await redactor).scan(`code ${code}`)).toEqual(['‹code-1›']);
    expect((await redactor).scan('nothing here')).toEqual([]);
  });

  test('the beginning of a value that was cut is replaced', async () => {
    expect((await redactor).redact(`"${code.slice(0, 12)}…"`)).toBe('"‹code-1›…"');
  });

  test('finds the rest of a long value, raw or encoded', async () => {
    const long = Array.from({ length: 500 }, (_, index) => `x${(index * 7919).toString(36)}`).join(
      '',
    );
    const { redact } = await redactorOf([exchange({ headers: [`Authorization: Bearer ${long}`] })]);
    expect(redact(`"${long.slice(0, 300)}…"`)).toBe('"‹access-token-1›…"');
    expect(redact(`"${base64(long)}"`)).toMatch(/^"‹access-token-1›=*"$/);
    expect(redact(`"${Buffer.from(long).toString('hex')}"`)).toMatch(/^"‹access-token-1›=*"$/);
  });

  test('is fast on patterns and texts that are made to be slow', async () => {
    const long = `a1${'a'.repeat(20_000)}`;
    const hostile = await redactorOf(
      Array.from({ length: 50 }, (_, index) =>
        exchange({ url: `https://app.example.com/cb?code=${long}b${index}Zq7` }),
      ),
    );
    const start = performance.now();
    hostile.scan('a1'.repeat(100) + 'a'.repeat(100_000));
    hostile.redact('eyJ'.repeat(20_000) + '@'.repeat(20_000) + '%25'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 20_000);
});

describe('words survive', () => {
  const redactor = redactorOf([
    exchange({
      url: 'https://login.example.com/authorize?response_type=code&client_id=spa-7f31c2d9e0&scope=openid%20email&state=xyz&nonce=1&login_hint=true&hd=example.com',
      headers: ['Cookie: lang=en; theme=dark; consent=accepted; n=1'],
    }),
    exchange({
      method: 'POST',
      url: 'https://login.example.com/token',
      body: 'grant_type=client_credentials&client_id=spa-7f31c2d9e0&client_secret=secret',
      text: JSON.stringify({ access_token: inventedJwt({ sub: 'spa-7f31c2d9e0', name: 'Code' }) }),
    }),
  ]);

  test.each([
    'The client secret is sent with grant_type=client_credentials; scope "openid email", client "spa-7f31c2d9e0".',
    'https://login.example.com/authorize?response_type=code&client_id=spa-7f31c2d9e0&scope=openid%20email',
    'The user accepted in English (en) at 1 of 1 steps: true, dark.',
    'Code, state, nonce: the state did not come back.',
  ])('%s', async (text) => {
    expect((await redactor).redact(text)).toBe(text);
    expect((await redactor).scan(text)).toEqual([]);
  });

  test.each([
    ['?state=xyz&nonce=1&x=1', '?state=‹state-1›&nonce=‹nonce-1›&x=1'],
    ['The state is "xyz".', 'The state is "‹state-1›".'],
    ['state "xyz" came back as "xy"', 'state "‹state-1›" came back as "xy"'],
    ['client_secret=secret&a=b', 'client_secret=‹client-secret-1›&a=b'],
    ['%3Fstate%3Dxyz%26', '%3Fstate%3D‹state-1›%26'],
    ['{"nonce":"1","n":1}', '{"nonce":"‹nonce-1›","n":‹nonce-1›}'],
  ])('but not in their own place: %s', async (text, expected) => {
    expect((await redactorOfShort()).redact(text)).toBe(expected);
  });

  function redactorOfShort() {
    return redactorOf([
      exchange({
        url: 'https://login.example.com/authorize?client_id=spa&state=xyz&nonce=1',
        headers: ['Cookie: n=1'],
        body: 'client_secret=secret',
      }),
    ]);
  }
});

test('an address inside a value is kept, its own values are not', async () => {
  const url = 'https://as.example.com/authorize?client_id=spa&state=aQ7kd82hJz61Lw2e';
  const { redact } = await redactorOf([
    exchange({ url: `https://as.example.com/login?continue=${encodeURIComponent(url)}` }),
    exchange({
      text: `<form><input type="hidden" name="next" value="?a=1&amp;state=aQ7kd82hJz61Lw2e">`,
    }),
  ]);
  expect(redact(`GET ${url}`)).toBe(
    'GET https://as.example.com/authorize?client_id=spa&state=‹state-1›',
  );
  expect(redact('?a=1&state=aQ7kd82hJz61Lw2e')).toBe('?a=1&state=‹state-1›');
});

describe('people', () => {
  const token = inventedJwt({
    sub: 'user-81723',
    email: 'ana.lima@example.org',
    address: { locality: 'Vila Nova 7' },
    preferred_username: 'alima',
  });
  const redactor = redactorOf([
    exchange({ text: JSON.stringify({ id_token: token, token_type: 'Bearer' }) }),
    exchange({
      status: 400,
      text: JSON.stringify({
        error: 'invalid_grant',
        error_description: 'No such user bea@example.net; token rt_9Kd82hJz61Lw2e4f9aKq was used',
      }),
    }),
    exchange({
      text: '<p>Signed in as <b>carla@example.com</b></p><input name="password" type="password" value="x">',
    }),
  ]);

  test.each([
    token,
    token.split('.')[1] ?? '',
    token.split('.')[2] ?? '',
    'user-81723',
    'ana.lima@example.org',
    'Vila Nova 7',
    'for alima:',
    'bea@example.net',
    'rt_9Kd82hJz61Lw2e4f9aKq',
    'carla@example.com',
  ])('%s', async (text) => {
    expect((await redactor).redact(text)).toMatch(/‹[a-z-]+-\d+›/);
    expect((await redactor).scan(text)).not.toEqual([]);
  });

  test('the id of a request for support is kept', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const { redact } = await redactorOf([
      exchange({ status: 400, text: `<p>Failed.</p><p>Correlation ID: ${id}</p>` }),
    ]);
    expect(redact(`Correlation ID: ${id}`)).toBe(`Correlation ID: ${id}`);
  });
});
