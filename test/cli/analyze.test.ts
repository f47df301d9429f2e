import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordingOf, written } from '../har/round-trip.ts';
import { refused } from '../panels/logins.ts';
import { login } from '../panels/recording.ts';
import { analyze, fixture, script } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'grantscope-analyze-'));
const SECRETS =
  /st4Te-81723|n0Nce-55102|SplxlOBeZQQ|dBjftJeZ4CVP|E9Melhoa2Owv|tGzv3JOkF0XG|ana\.lima|user-81723/;

function made(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

vi.setConfig({ testTimeout: 30_000 });

// The first run builds the program.
beforeAll(async () => {
  await analyze(['--help']);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a token whose signature does not verify', () => {
  test('is told, although cryptography takes time', async () => {
    const capture = readFileSync(
      new URL('../captures/chromium/hybrid.har', import.meta.url),
      'utf8',
    );
    const token = /id_token=(eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+)/.exec(capture)?.[1] ?? '';
    const changed = capture.replaceAll(token, `${token.slice(0, -40)}${'A'.repeat(40)}`);
    const { out } = await analyze([made('changed.har', changed)]);
    expect(out).toContain('[id-token-signature-invalid]');
  });
});

describe('a login that failed', () => {
  test('exit code 1, the cause in the first line', async () => {
    const { code, out, err } = await analyze([fixture('failing-login.har')]);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toMatch(/^✖ code_verifier does not match code_challenge/);
    expect(out).not.toMatch(SECRETS);
    expect(out).not.toContain('\u001B');
    expect(err).toBe('');
  });

  test('as JSON', async () => {
    const { code, out } = await analyze([fixture('failing-login.har'), '--format', 'json']);
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.sources).toEqual([
      {
        file: 'failing-login.har',
        recorder: 'Firefox 153.7.0',
        exchanges: 3,
        messages: 3,
        clockShift: 0,
      },
    ]);
    expect(report.flows[0].verdict.cause).toBe('pkce-verifier-mismatch');
    expect(out).not.toMatch(SECRETS);
  });

  test('as Markdown', async () => {
    const { code, out } = await analyze(['--format=markdown', fixture('failing-login.har')]);
    expect(code).toBe(1);
    expect(out).toMatch(/^# ✖ /);
    expect(out).not.toMatch(SECRETS);
  });
});

test('a login that worked: exit code 0', async () => {
  const { code, out, err } = await analyze([fixture('clean-login.har')]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^✔ /);
});

test('a login that failed before it worked: exit code 0, and it is called recovered', async () => {
  const values = { prefix: 'a', state: 'st-a-1234567', code: 'co-a-1234567' };
  const failed = refused(values);
  const worked = login({ prefix: 'b', at: 60_000, state: 'st-b-1234567', code: 'co-b-1234567' });
  const both = await analyze([made('both.har', written(recordingOf([...failed, ...worked])))]);
  expect(both.code).toBe(0);
  expect(both.out).toMatch(/^↺ .* A later attempt of this client worked\.\n/);
  expect(both.out).toContain('2 flows, 0 failed, 1 recovered;');
  const alone = await analyze([made('alone.har', written(recordingOf(failed)))]);
  expect(alone.code).toBe(1);
  expect(alone.out).toContain('1 flow, 1 failed;');
});

test('two files are one recording; what both hold counts once', async () => {
  const files = [fixture('token-request.har'), fixture('front-channel.har')];
  const { code, out } = await analyze([...files, '--format', 'json']);
  const { sources, flows } = JSON.parse(out);
  expect(code).toBe(0);
  expect(sources).toMatchObject([
    { file: 'token-request.har', recorder: 'mitmproxy 12.1.2', exchanges: 2 },
    { file: 'front-channel.har', exchanges: 2 },
  ]);
  expect(flows).toHaveLength(1);
  expect(flows[0].outcome).toBe('succeeded');
  expect(flows[0].messages.map(({ kind }: { kind: string }) => kind)).toEqual([
    'authorization-request',
    'authorization-response',
    'token-request',
  ]);
});

test('the clock of the second file is wrong: its times are shifted, and that is said', async () => {
  const har = readFileSync(fixture('token-request.har'), 'utf8');
  const behind = made('backend.har', har.replaceAll('T12:00:0', 'T11:40:0'));
  const { code, out } = await analyze([fixture('front-channel.har'), behind, '--format', 'json']);
  const { sources, flows, gaps } = JSON.parse(out);
  expect(code).toBe(0);
  expect(flows).toHaveLength(1);
  expect(flows[0].messages.map(({ kind }: { kind: string }) => kind)).toEqual([
    'authorization-request',
    'authorization-response',
    'token-request',
  ]);
  expect(sources[0].clockShift).toBe(0);
  expect(Math.abs(sources[1].clockShift - 1_200_000)).toBeLessThan(1_000);
  expect(gaps).toEqual([
    {
      kind: 'clock',
      text: 'The clock of backend.har runs 20 min behind the browser’s; its times were shifted.',
    },
  ]);
});

test('a file without one whole entry could not be read', async () => {
  const { code, out, err } = await analyze(['-'], '{"log":{"entries":[{"request":');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/standard input ends at line 1, column \d+, after no whole entry/);
});

test('a file that is cut off is read as far as it goes', async () => {
  const { code, out, err } = await analyze([fixture('cut-off.har'), '--format', 'json']);
  const { gaps, flows } = JSON.parse(out);
  expect(code).toBe(0);
  expect(err).toMatch(/^analyze: cut-off\.har ends at line \d+, column \d+/);
  expect(gaps.map(({ kind }: { kind: string }) => kind)).toContain('truncated-file');
  expect(flows).toHaveLength(1);
});

describe('what cannot be read: exit code 2, nothing on standard output', () => {
  test.each([
    ['a file that is not there', () => join(folder, 'absent.har'), /absent\.har does not exist/],
    ['a folder', () => folder, /is a folder/],
    ['a page', () => made('page.har', '<!doctype html><p>404'), /page\.har is an HTML or XML page/],
    [
      'other JSON',
      () => made('other.har', '{"openapi":"3.1.0"}'),
      /other\.har is not a HAR: it is an OpenAPI description/,
    ],
    ['nothing', () => made('empty.har', ''), /empty\.har is empty/],
    [
      'a file cut off before its first entry',
      () => made('early.har', '{"log":{\n  "version":"1.2","en'),
      /early\.har is cut off.*early\.har:2:/,
    ],
  ])('%s', async (_, make, message) => {
    const { code, out, err } = await analyze([make()]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^analyze: /);
    expect(err).toMatch(message);
  });

  test.each([[['--show-secrets', 'x.har']], [['--format', 'pdf', 'x.har']], [[]]])(
    'arguments %j',
    async (args) => {
      const { code, out, err } = await analyze(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('Usage: npm run --silent analyze');
    },
  );
});

describe('files as they come', () => {
  const har = readFileSync(fixture('failing-login.har'));

  test('from standard input', async () => {
    const { code, out } = await analyze(['-', '--format', 'json'], har);
    expect(code).toBe(1);
    expect(JSON.parse(out).sources[0].file).toBe('standard input');
  });

  test.each([
    ['gzip', gzipSync(har)],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), har])],
    ['UTF-16', Buffer.from(`\uFEFF${har.toString('utf8')}`, 'utf16le')],
  ])('%s', async (name, content) => {
    const { code, out } = await analyze([made(`${name}.har`, content)]);
    expect(code).toBe(1);
    expect(out).toMatch(/^✖ code_verifier/);
  });
});

test('a reader that stops reading is no error', async () => {
  const child = spawn(process.execPath, [script, fixture('failing-login.har')]);
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('Ctrl+C ends it cleanly', async () => {
  const child = spawn(process.execPath, [script, '-']);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  // The input is larger than a pipe, so the command has read it.
  const begin = `{"log":{"comment":"${'a'.repeat(1_000_000)}`;
  await new Promise((resolve) => child.stdin.write(begin, resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(err).toBe('analyze: cancelled\n');
});

test('--help', async () => {
  const { code, out } = await analyze(['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: .*\n[\s\S]*Exit code: 0 /);
});
