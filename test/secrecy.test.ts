import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideIn, isSecret, isSecretHeader, secretsOf } from '../panels/oauth/view/masking.ts';
import { command } from '../src/commands/command.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { collectRecording } from '../src/redaction/collect-recording.ts';
import { exchange } from './http/exchanges.ts';
import { redactorOf } from './redaction/redacted-texts.ts';

interface Planted {
  readonly name: string;
  readonly value: string;
}

const form = ({ name, value }: Planted): string =>
  `a=1&${encodeURIComponent(name)}=${encodeURIComponent(value)}&b=2`;

const post = (type: string, text: string): Exchange =>
  exchange({ method: 'POST', request: [`Content-Type: ${type}`], body: { text } });

/** Every place of a name with its value. */
const PLACES: Readonly<Record<string, (planted: Planted) => Exchange>> = {
  query: (planted) => exchange({ url: `https://server.example.com/cb?${form(planted)}` }),
  form: (planted) => post('application/x-www-form-urlencoded', form(planted)),
  JSON: ({ name, value }) => post('application/json', JSON.stringify({ a: 1, [name]: value })),
  'nested JSON': ({ name, value }) =>
    post('application/json', JSON.stringify([{ data: { [name]: [value] } }])),
  multipart: ({ name, value }) =>
    post(
      'multipart/form-data; boundary=b1',
      `--b1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b1--`,
    ),
  'URL in a parameter': (planted) =>
    exchange({
      url: `https://server.example.com/?to=${encodeURIComponent(`https://app.example.com/?${form(planted)}`)}`,
    }),
  header: ({ name, value }) => exchange({ request: [`${name}: ${value}`] }),
};

function textsOf({ request }: Exchange): string {
  const body = request.body && 'text' in request.body ? request.body.text : '';
  const headers = request.headers.map(({ name, value }) => `${name}: ${value}`);
  return [request.url, ...headers, body].join('\n');
}

/** Whether a text has the value, raw or percent-encoded once or twice. */
function stands(text: string, value: string): boolean {
  const once = encodeURIComponent(value);
  return [value, once, encodeURIComponent(once)].some((written) => text.includes(written));
}

/** How each of the three readers treats a value. */
async function treatment(place: string, planted: Planted) {
  const { name, value } = planted;
  const of = PLACES[place]?.(planted) ?? exchange({});
  const result = command(of, { target: 'curl-bash', secrets: 'variables' });
  const redactor = await redactorOf([of]);
  const collected = [...collectRecording([of], {}).secrets.values()];
  return {
    panel:
      (place === 'header' ? isSecretHeader({ name, value }) : isSecret(name, value)) &&
      !stands(hideIn(textsOf(of), secretsOf(of)), value),
    curl: 'command' in result && !stands(result.command, value),
    report:
      collected.some(
        (secret) => value.includes(secret.value) && ['secret', 'one-time'].includes(secret.class),
      ) && !stands(redactor.redact(textsOf(of)), value),
  };
}

const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.';
const WORDS = 'marker-of-nothing';

describe('a secret is one in the panel, in curl and in reports', () => {
  it.each([
    ['sso_ticket', WORDS],
    ['jwt', WORDS],
    ['authdata', WORDS],
    ['code', WORDS],
    ['refreshToken', WORDS],
    ['user[password]', WORDS],
    ['X_CSRF', WORDS],
    ['csrf_state', WORDS],
    ['pre-authorized_code', WORDS],
    ['anything', JWT],
    ['client_id', JWT],
    ['anything', 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn'],
    ['anything', 'gho_marker-of-a-provider'],
  ])('%s=%s', async (name, value) => {
    for (const place of Object.keys(PLACES)) {
      if (place === 'header' && /[[\]]/.test(name)) continue;
      const alike = await treatment(place, { name, value });
      expect(alike, place).toEqual({ panel: true, curl: true, report: true });
    }
  });

  it.each([
    ['scope', 'openid profile'],
    ['error', 'invalid_grant'],
    ['client_id', 'spa-of-example'],
    ['redirect_uri', 'https://app.example.com/cb'],
    ['token_endpoint', 'https://as.example.com/token'],
    ['check_session_iframe', 'https://as.example.com/session'],
    ['token_endpoint_auth_methods_supported', 'none'],
    ['require_pushed_authorization_requests', 'false'],
    ['tls_client_certificate_bound_access_tokens', 'true'],
    ['token_use', 'access'],
    ['session_expires_at', 'tomorrow'],
    ['authuser', '0'],
    ['author', WORDS],
    ['authority', 'login.example.com'],
    ['anything', WORDS],
    ['sub', WORDS],
    ['login_hint', WORDS],
    ['at_hash', WORDS],
  ])('but %s=%s is none', async (name, value) => {
    for (const place of [
      'query',
      'form',
      'JSON',
      'nested JSON',
      'multipart',
      'URL in a parameter',
    ]) {
      const { panel, report } = await treatment(place, { name, value });
      expect({ panel, report }, place).toEqual({ panel: false, report: false });
    }
  });

  it.each(['sub', 'login_hint', 'email', 'at_hash'])(
    '%s is named in a command, and shown',
    async (name) => {
      for (const place of ['query', 'form', 'JSON', 'URL in a parameter']) {
        const { panel, curl } = await treatment(place, { name, value: 'marker-of-nothing' });
        expect({ panel, curl }, place).toEqual({ panel: false, curl: true });
      }
    },
  );

  const parts = fc.constantFrom(
    ...('code token secret session auth jwt ticket state type uri endpoint expires in at client id sub ' +
      'my x data login_hint nonce author bearer count user key api hash 0'.split(' ')),
  );
  const name = fc.oneof(
    fc
      .tuple(fc.array(parts, { minLength: 1, maxLength: 3 }), fc.constantFrom('_', '-', ''))
      .map(([words, separator]) => words.join(separator)),
    fc
      .array(parts, { minLength: 1, maxLength: 3 })
      .map((words) =>
        words
          .map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`))
          .join(''),
      ),
    fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abcT_-$.é[]') }),
  );
  const value = fc.oneof(
    fc.constantFrom(JWT, WORDS, 'gho_marker-of-a-provider', 'someone@example.org', '198765432'),
    fc
      .string({ minLength: 3, maxLength: 20, unit: fc.constantFrom(...'abcxyz-_') })
      .map((tail) => `mark-${tail}`),
  );

  it.each(Object.keys(PLACES))(
    'whatever its name and its value are, in a place like %s',
    async (place) => {
      await fc.assert(
        fc.asyncProperty(name, value, async (one, text) => {
          // TE belongs to one connection, so no command has it.
          fc.pre(place !== 'header' || (/^[a-z$_.-]+$/i.test(one) && !/^te$/i.test(one)));
          const { panel, curl, report } = await treatment(place, { name: one, value: text });
          expect(report).toBe(panel);
          // Commands also name personal values, which the panel shows.
          if (panel) expect(curl).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('one rule for each place', () => {
  const secret = 'marker-of-one-secret';
  it.each([
    ['the credentials of Authorization', [`Authorization: Hawk ${secret}`]],
    ['credentials without a scheme', [`Authorization: ${secret}`]],
    ['an access token', [`Authorization: Bearer ${secret}`]],
    ['a cookie of any name', [`Cookie: theme=${secret}`]],
    ['a DPoP proof', [`DPoP: ${secret}`]],
    ['an API key', [`X-Api-Key: ${secret}`, `X-Functions-Key-Token: ${secret}`]],
    ['a header named by its purpose', [`X-CSRF: ${secret}`, `Signature: ${secret}`]],
    ['a parameter of the referrer', [`Referer: https://app.example.com/?code=${secret}`]],
  ])('%s', async (_sentence, request) => {
    const of = exchange({ request });
    const result = command(of, { target: 'curl-bash', secrets: 'variables' });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(hideIn(textsOf(of), secretsOf(of))).not.toContain(secret);
    expect((await redactorOf([of])).redact(textsOf(of))).not.toContain(secret);
  });

  it('the password in a URL', async () => {
    const of = exchange({ url: `https://me:${secret}@server.example.com/` });
    const result = command(of, { target: 'curl-bash', secrets: 'variables' });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(hideIn(textsOf(of), secretsOf(of))).not.toContain(secret);
    expect((await redactorOf([of])).redact(textsOf(of))).not.toContain(secret);
  });

  it.each([
    ['an object whose name tells', { session: { id: secret } }],
    ['a list', { tokens: [secret] }],
    ['a private key', { keys: [{ kty: 'RSA', d: secret }] }],
    ['a number', { otp: 918_273_645 }],
  ])('members of %s', async (_sentence, json) => {
    const text = JSON.stringify(json);
    const of = post('application/json', text);
    const hidden = /otp/.test(text) ? '918273645' : secret;
    const result = command(of, { target: 'curl-bash', secrets: 'variables' });
    expect(JSON.stringify(result)).not.toContain(hidden);
    expect(hideIn(textsOf(of), secretsOf(of))).not.toContain(hidden);
    expect((await redactorOf([of])).redact(textsOf(of))).not.toContain(hidden);
  });
});
