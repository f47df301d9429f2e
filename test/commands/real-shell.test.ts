import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import { quotePosix, quotePrintf } from '../../src/commands/quote-posix.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../http/exchanges.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const SHELLS = ['bash', 'dash', 'zsh', 'ksh'].filter(
  (shell) => spawnSync(shell, ['-c', ':']).status === 0,
);
const QUIET = 'curl() { command curl -q -sS -m 20 --noproxy "*" -o /dev/null "$@"; }\n';
const FILES = ['cj', 'f'];

let directory = '';
let server: RecordingServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'curl-'));
  for (const file of FILES) writeFileSync(join(directory, file), 'X-Leaked: yes\n');
  server = await recordingServer();
});

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

function run(shell: string, script: string, environment: Record<string, string> = {}) {
  return new Promise<{ output: Buffer; errors: string; code: number | null }>((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: directory, ...environment };
    const child = spawn(shell, [], { cwd: directory, env });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.stdin.on('error', reject);
    child.on('close', (code) => {
      resolve({ output: Buffer.concat(output), errors: Buffer.concat(errors).toString(), code });
    });
    child.stdin.end(script);
  });
}

/** Runs the commands of all exchanges in one shell and returns what the server received. */
async function send(
  shell: string,
  exchanges: readonly Exchange[],
  secrets: 'variables' | 'values' = 'values',
  environment: Record<string, string> = {},
) {
  const commands = exchanges.map((one) => {
    const result = command(one, { target: 'curl-bash', secrets });
    if ('refused' in result) throw new Error(result.refused);
    return result.command;
  });
  server.received.length = 0;
  const { errors } = await run(shell, `${QUIET}${commands.join('\n')}\n`, environment);
  expect(errors).toBe('');
  expect(readdirSync(directory).sort()).toEqual(FILES);
  return [...server.received];
}

function expectSame(
  received: readonly (typeof server.received)[number][],
  sent: readonly Exchange[],
) {
  expect(received.length).toBe(sent.length);
  sent.forEach((one, index) => {
    const { method, url, headers, body } = one.request;
    const got = received[index];
    const text = body && 'text' in body ? body.text.replace(/\p{Surrogate}/gu, '\uFFFD') : '';
    expect(got?.method).toBe(method);
    expect(got?.target).toBe(url.slice(url.indexOf('/', 8)).replace(/#.*/s, ''));
    expect(got?.body.toString('utf8')).toBe(text);
    const expected = headers.map(({ name, value }) => `${name.toLowerCase()}: ${value.trim()}`);
    const own = got?.headers.filter((line) =>
      /^(?:x-|cookie|authorization|content-type)/.test(line),
    );
    expect(own).toEqual(expected.map((line) => Buffer.from(line).toString('latin1')));
  });
}

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const post = (text: string, ...request: string[]) =>
  exchange({ method: 'POST', url: at('/'), request, body: { text } });

const TEXTS: readonly [sentence: string, text: string][] = [
  ['single quotes', "it's ''quoted'''"],
  ['double quotes and backslashes', '"\\" \\\\" \\'],
  ['expansions', `$(touch PWNED)\`touch PWNED\`\${HOME}$HOME$'x'$((1))~ * ?`],
  ['history', '!! !touch \'!\' "!" !$ ^a^b^'],
  ['percent signs', '%PATH% 100% %s %b %% %n %^'],
  ['operators', '^&|<>();{} # & touch PWNED; touch PWNED'],
  ['delayed expansion', '!PATH! ^!'],
  ['non-ASCII', 'é ß 漢字 😀 e\u0301 \u202Etxt.exe \u200B \uFEFF'],
  ['smart quotes and dashes', '\u2018\u2019\u201C\u201D\u2013\u2014'],
  ['an option', '--data-raw -o PWNED @f'],
  ['an assignment', '=touch PWNED'],
  ['braces', '{a,b}[1-3]'],
  ['escapes of printf', '\\033 \\0033 \\c \\n %d'],
];

const BODIES: readonly [sentence: string, text: string][] = [
  ...TEXTS,
  ['line ends', 'a\nb\rc\r\nd\n\n\r\r\n\r\n\n'],
  ['history after a line end', 'a\n!b\n!!\n^a^b\n'],
  ['controls', '\t\u000B\u000C\u001B[201~\u0007\b\u007F\u0085\u009B\u2028\u2029\u0003\u0004'],
  ['more controls than substitutions', '\r'.repeat(40)],
  ['more bangs, with printf escapes', '!\n\\033\\\\%s\\'.repeat(20)],
  ['a file', '@f'],
  ['standard input', '@-'],
  ['a leading hyphen', '-x'],
  ['a form as it is', 'code_verifier=a+b%2Bc&k=1&k=2&novalue&=x'],
  ['lines of which the last is not the body', 'a=1\r\nb=2\r\nc=3'],
  ['JSON', '{"a":"\\u0000</script>"}'],
  ['an unpaired surrogate', 'a\uD83D b\uDE00'],
  ['nothing', ''],
  ['more than an argument holds', `${'é\'"$(x)'.repeat(20_000)}\r\n`],
];

describe.skipIf(!hasCurl).each(SHELLS)('a command in %s', (shell) => {
  it('sends every body as it is', async () => {
    const sent = BODIES.map(([, text]) => post(text, 'Content-Type: text/plain'));
    const received = await send(shell, sent);
    BODIES.forEach(([sentence, text], index) => {
      const expected = text.replace(/\p{Surrogate}/gu, '\uFFFD');
      expect(received[index]?.body.toString('utf8'), sentence).toBe(expected);
    });
    expectSame(received, sent);
  }, 60_000);

  it('sends every header as it is', async () => {
    const values = [
      ...TEXTS.map(([, text]) => text),
      '@f',
      'cj',
      '',
      '   ',
      'a;',
      'a\tb',
      '\u001B[2J',
    ];
    const sent = values.map((value) => {
      const request = [`X-A: ${value}`, 'X-B: 1', `X-B: ${value}`, 'Cookie: cj'];
      return exchange({ url: at('/'), request });
    });
    expectSame(await send(shell, sent), sent);
  }, 60_000);

  it('sends every URL as it is', async () => {
    const paths = [
      `/a'b"c?d=$(touch%20PWNED)\`id\`\${HOME}`,
      '/?a[1-2]={x,y}&!!&100%&^|<>();',
      '/a/../b/./c/..',
      '/%2e%2e/a',
      '/?redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb%3Fx%3D1&scope=a+b#fragment',
      '/@f?-o=PWNED&--next',
      `/${'a'.repeat(20_000)}`,
    ];
    const sent = paths.map((path) => exchange({ url: at(path) }));
    expectSame(await send(shell, sent), sent);
  }, 60_000);

  it('sends every method', async () => {
    const bare = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST', 'PUT', 'patch', "G'T", '-X', 'A!`$B'];
    const filled = ['GET', 'POST', 'PUT', 'DELETE', "G'T"];
    const sent = [
      ...bare.map((method) => exchange({ method, url: at('/') })),
      ...filled.map((method) => exchange({ method, url: at('/'), body: { text: 'x' } })),
    ];
    const received = await send(shell, sent);
    expectSame(received, sent);
    const lengths = received.map((one) => one.headers.find((line) => /^content-length/.test(line)));
    expect(lengths[bare.indexOf('POST')]).toBe('content-length: 0');
    expect(lengths[bare.indexOf('GET')]).toBeUndefined();
  }, 60_000);

  it('puts variables where the secrets were', async () => {
    const request = ['Content-Type: application/x-www-form-urlencoded', 'DPoP: e30.e30.AA'];
    const text = "a=it's%0A&client_secret=%2B'$(x)&code=SplxlOBeZQQYbYS6WxSbIA&b=!";
    const secret = {
      CLIENT_SECRET: "%2B'$(x)",
      CODE: 'SplxlOBeZQQYbYS6WxSbIA',
      DPOP_PROOF: 'e30.e30.AA',
    };
    const long = `${text}&c=${'\r'.repeat(20)}&d=\\033`;
    const sent = [post(text, ...request), post(long, ...request)];
    const received = await send(shell, sent, 'variables', secret);
    expect(received.map((one) => one.body.toString())).toEqual([text, long]);
    for (const { headers } of received) expect(headers).toContain('dpop: e30.e30.AA');
  }, 60_000);

  it('rebuilds HTTP Basic from its halves', async () => {
    const request = ['Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'];
    const secret = { CLIENT_ID: 's6BhdRkqt3', CLIENT_SECRET: '7Fjfp0ZBr1KtDRbnfVdmIw' };
    const sent = [exchange({ url: at('/'), request })];
    expectSame(await send(shell, sent, 'variables', secret), sent);
  }, 60_000);

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'\'"\\$`!^%\n\r\t (){}#&;|<>@-=a\uD800é\u001B\u202E'),
      maxLength: 60,
    }),
  );

  it('sends arbitrary texts', async () => {
    const seed = Date.now();
    const arbitrary = fc.tuple(anyText, anyText);
    const sent = fc.sample(arbitrary, { numRuns: 60, seed }).map(([body, header]) => {
      const value = header
        .replace(/[\0\r\n]/g, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .trim();
      return post(body.replaceAll('\0', ''), 'Content-Type: a/b', `X-A: ${value}`);
    });
    const received = await send(shell, sent);
    expect(received.length, `seed ${seed}`).toBe(sent.length);
    expectSame(received, sent);
  }, 60_000);

  it('reads arbitrary words back, also when history is expanded', async () => {
    const seed = Date.now();
    const words = fc
      .sample(anyText, { numRuns: 300, seed })
      .map((text) => text.replaceAll('\0', ''));
    // One command: if one word has several lines, the others come after them.
    const quoted = words.map((word) => quotePosix(word, true)).join(' ');
    const printed = words
      .map((word) => `printf '%b' ${quotePrintf(word)}; printf '\\0'`)
      .join('\n');
    const history = shell === 'bash' ? 'set -o history -o histexpand\n' : '';
    const script = `${history}printf '%s\\0' ${quoted}\n${printed}\n`;
    const { output, errors } = await run(shell, script);
    expect(errors, `seed ${seed}`).toBe('');
    const expected = words.map((word) => word.replace(/\p{Surrogate}/gu, '\uFFFD'));
    expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual([...expected, ...expected]);
  }, 60_000);
});
