import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording } from '../../src/http/recording.ts';
import { weakness } from '../../src/oauth/values/randomness.ts';
import { namesOf, redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION, type RedactionOptions } from '../../src/redaction/redaction-options.ts';
import { seeded } from '../corpus/random.ts';
import { recordingOf } from '../helpers/parity.ts';
import { exchange, inventedJwt } from './recordings.ts';

const CODE = 'SplxlOBeZQQYbYS6WxSbIA8q';
const TOKEN = inventedJwt({
  iss: 'https://as.acme.test',
  sub: 'jane.doe@acme.test',
  aud: 'shop-web',
  exp: 1_767_229_200,
  nonce: 'n-0S6_WzA2MjKq8rT4uV9x',
});

const AUTHORIZE = exchange({
  url: `https://as.acme.test/authorize?client_id=shop-web&state=af0ifjsldkj8Xq2Zt7Vw1n&redirect_uri=${encodeURIComponent('https://shop.acme.test/cb')}`,
  status: 302,
  answer: [
    `Location: https://shop.acme.test/cb?code=${CODE}&state=af0ifjsldkj8Xq2Zt7Vw1n`,
    'Set-Cookie: sid=Zk81hsQpLr29Vw7x; Path=/; HttpOnly',
    'Date: Thu, 01 Jan 2026 00:00:01 GMT',
  ],
});
const EXCHANGE = exchange({
  method: 'POST',
  url: 'https://as.acme.test/token',
  headers: ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 61'],
  body: `grant_type=authorization_code&code=${CODE}&client_id=shop-web`,
  answer: ['Content-Type: application/json'],
  text: `{\n  "id_token": "${TOKEN}",\n  "token_type" : "Bearer",\n  "expires_in":3600\n}`,
});

const redact = (
  exchanges: readonly Exchange[] = [AUTHORIZE, EXCHANGE],
  options: Partial<RedactionOptions> = {},
  recording: Partial<Recording> = {},
) => {
  const random = seeded(7);
  return redactRecording(
    { ...recordingOf(exchanges), ...recording },
    { ...DEFAULT_REDACTION, ...options },
    { random: (limit) => random.below(limit) },
  );
};

const textOf = ({ exchanges }: Recording): string => JSON.stringify(exchanges);

/** The payload of the ID token in the answer of the token endpoint. */
function claimsOf({ exchanges }: Recording): Record<string, unknown> {
  const body = exchanges.at(-1)?.response?.body;
  const text = body && 'text' in body ? body.text : '{}';
  const token = (JSON.parse(text) as { readonly id_token: string }).id_token;
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

describe('a redacted recording', () => {
  it('has no value of the recording, and one stand-in for each wherever it stood', async () => {
    const { recording, removed } = await redact();
    const text = textOf(recording);
    for (const { value, isWord } of removed) if (!isWord) expect(text).not.toContain(value);
    const code = removed.find(({ value }) => value === CODE)?.placeholder;
    expect(code).toMatchObject({ name: '‹code-1›', class: 'one-time', length: 24, times: 2 });
    expect(text.split(code?.standIn ?? '')).toHaveLength(3);
  });

  it('keeps what is no secret as it was written', async () => {
    const { recording } = await redact();
    const [first, second] = recording.exchanges;
    expect(first?.request.url).toMatch(
      /^https:\/\/as\.acme\.test\/authorize\?client_id=shop-web&state=\w{22}&redirect_uri=https%3A%2F%2Fshop\.acme\.test%2Fcb$/,
    );
    expect(first?.response?.headers.at(1)?.value).toMatch(/^sid=\w{16}; Path=\/; HttpOnly$/);
    expect(second?.response?.body).toMatchObject({
      text: expect.stringMatching(
        /^\{\n {2}"id_token": "[\w.-]+",\n {2}"token_type" : "Bearer",\n {2}"expires_in":3600\n\}$/,
      ),
    });
  });

  it('keeps the header and the harmless claims of a token', async () => {
    const { recording } = await redact();
    expect(textOf(recording)).toContain(TOKEN.split('.')[0]);
    expect(claimsOf(recording)).toEqual({
      iss: 'https://as.acme.test',
      sub: expect.stringMatching(/^person-\d@example\.com$/),
      aud: 'shop-web',
      exp: 1_767_229_200,
      nonce: expect.stringMatching(/^\w-\w{20}$/),
    });
  });

  it('has a Content-Length as wrong as it was', async () => {
    const body = `username=jane.doe@acme.test&code=${CODE}`;
    const sent = exchange({ method: 'POST', headers: ['Content-Length: 7'], body });
    const { recording } = await redact([sent]);
    const { request } = recording.exchanges[0] ?? sent;
    const length = request.body && 'text' in request.body ? request.body.text.length : 0;
    expect(request.headers[0]?.value).toBe(String(7 + length - body.length));
  });

  it('names the values and the stand-ins in a text about it', async () => {
    const { recording, redactText } = await redact();
    const standIn = recording.redaction.placeholders.find(({ label }) => label === 'code');
    expect(redactText(`${CODE} and ${standIn?.standIn}`)).toBe('‹code-1› and ‹code-1›');
    expect(namesOf(recording.redaction)(`code=${standIn?.standIn}&x`)).toBe('code=‹code-1›&x');
  });

  it('can be redacted again', async () => {
    const once = await redact();
    const twice = await redactRecording(once.recording, DEFAULT_REDACTION);
    const text = textOf(twice.recording);
    for (const { value, isWord } of once.removed) if (!isWord) expect(text).not.toContain(value);
  });

  it('tells how far the work is, and ends when it is cancelled', async () => {
    const shares: number[] = [];
    await redactRecording(recordingOf([AUTHORIZE]), DEFAULT_REDACTION, {
      onProgress: (share) => shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await expect(
      redactRecording(recordingOf([AUTHORIZE]), DEFAULT_REDACTION, { signal }),
    ).rejects.toThrow('no longer wanted');
  });
});

describe('what a person chose', () => {
  it('persons stay', async () => {
    const { recording } = await redact(undefined, { personal: false });
    expect(claimsOf(recording).sub).toBe('jane.doe@acme.test');
    expect(textOf(recording)).not.toContain(CODE);
  });

  it('one value stays', async () => {
    const { recording, removed } = await redact(undefined, { keep: [CODE] });
    expect(textOf(recording).split(CODE)).toHaveLength(3);
    expect(removed.map(({ value }) => value)).not.toContain(CODE);
  });

  it('another value is replaced wherever it stands', async () => {
    const { recording } = await redact(undefined, { remove: ['Bearer'] });
    expect(textOf(recording)).not.toContain('Bearer');
    const { recording: other } = await redact(undefined, { remove: ['shop-web'] });
    expect(textOf(other)).not.toContain('shop-web');
  });

  it('hosts are replaced, in claims too', async () => {
    const { recording } = await redact(undefined, { hosts: true });
    expect(textOf(recording)).not.toContain('acme');
    const [first] = recording.exchanges;
    expect(first?.request.url).toMatch(/^https:\/\/as\.as-1\.test\/authorize\?/);
    expect(claimsOf(recording).iss).toBe(new URL(first?.request.url ?? '').origin);
  });

  it.each([
    ['loopback hosts', 'http://localhost:8080/cb', 'http://localhost:8080/cb'],
    ['hosts of all customers', 'https://accounts.google.com/o', 'https://accounts.google.com/o'],
    ['the part of the provider', 'https://acme.eu.auth0.com/o', 'https://tenant-1.eu.auth0.com/o'],
  ])('%s stay', async (_, url, expected) => {
    const { recording } = await redact([exchange({ url })], { hosts: true });
    expect(recording.exchanges[0]?.request.url).toBe(expected);
  });

  it('times begin at a fixed moment and keep their distances', async () => {
    const navigations = [{ at: AUTHORIZE.startedAt + 500, url: 'https://shop.acme.test/' }];
    const { recording } = await redact(undefined, { times: 'relative' }, { navigations });
    const [first, second] = recording.exchanges;
    expect(new Date(first?.startedAt ?? 0).getUTCFullYear()).toBe(2020);
    const apart = EXCHANGE.startedAt - AUTHORIZE.startedAt;
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBe(apart);
    expect(recording.navigations[0]?.at).toBe((first?.startedAt ?? 0) + 500);
    const shift = (first?.startedAt ?? 0) - AUTHORIZE.startedAt;
    expect(claimsOf(recording).exp).toBe(1_767_229_200 + shift / 1_000);
    const date = first?.response?.headers.at(-1)?.value ?? '';
    expect(Date.parse(date)).toBe(Date.parse('2026-01-01T00:00:01Z') + shift);
  });
});

describe('a one-time value that is base64', () => {
  const standInOf = async (name: string, value: string): Promise<string> => {
    const url = `https://app.example.com/cb?${new URLSearchParams({ [name]: value })}`;
    const { recording } = await redactRecording(
      recordingOf([exchange({ url })]),
      DEFAULT_REDACTION,
    );
    return new URL(recording.exchanges[0]?.request.url ?? '').searchParams.get(name) ?? '';
  };

  it.each(['code', 'state', 'nonce'])('of words shows none of them: %s', async (name) => {
    const value = btoa('order-of-quistlers-mannschaft');
    const standIn = await standInOf(name, value);
    expect(standIn).not.toBe(value);
    expect(atob(standIn)).toMatch(/^[a-z]{5}-[a-z]{2}-[a-z]{9}-[a-z]{10}$/);
    expect(weakness(standIn)).toBe(weakness(value));
  });

  it.each(['/dashboard?tab=2', 'https://app.example.com/home', 'returnTo=/home', '{"to":"/home"}'])(
    'of an address stays, because it only says where to go: %s',
    async (text) => {
      expect(await standInOf('state', btoa(text))).toBe(btoa(text));
    },
  );
});
