import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { analyze, fixture, grantscope, program } from './command.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'grantscope-sharing-'));
const FAILING = fixture('failing-login.har');
const SECRETS =
  /st4Te-81723|n0Nce-55102|SplxlOBeZQQ|dBjftJeZ4CVP|E9Melhoa2Owv|tGzv3JOkF0XG|ana\.lima|user-81723/;

const at = (name: string) => join(folder, name);
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

// The first run builds the program.
beforeAll(async () => {
  await analyze(['--help']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a redacted HAR', () => {
  test('holds no secret, gives the same diagnosis, and says that it is redacted', async () => {
    const { code, out, err } = await grantscope(['redact', FAILING, '--out', at('r.har')]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Removed \(secret: is used once\): .*1 code verifier/m);
    expect(err).toMatch(/^Removed \(personal\): 1 person/m);
    expect(err).toContain('The diagnosis is the same.');
    expect(`${readFileSync(at('r.har'), 'utf8')}${err}`).not.toMatch(SECRETS);
    const plain = await analyze([FAILING, '--format', 'json']);
    const again = await analyze([at('r.har'), '--format', 'json']);
    expect(again.code).toBe(plain.code);
    const [before, after] = [JSON.parse(plain.out), JSON.parse(again.out)];
    expect(after.flows[0].verdict).toEqual(before.flows[0].verdict);
    expect(after.gaps[0].text).toMatch(/^This recording is redacted: \d+ values were replaced/);
  });

  test.each(['html', 'json', 'har'])('and a report as %s are opened again', async (format) => {
    const file = at(`report.${format}`);
    const written = await grantscope(['report', FAILING, '--out', file]);
    expect({ code: written.code, out: written.out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).not.toMatch(SECRETS);
    const { code, out } = await analyze([file]);
    expect(code).toBe(1);
    expect(out).toMatch(/^✖ code_verifier does not match code_challenge/);
    expect(out).toContain('This recording is redacted');
    const twice = await grantscope(['redact', file, '--out', '-']);
    expect(twice.code).toBe(0);
    expect(twice.err).toContain('Nothing had to be removed.');
  });

  test('is only described with --dry-run', async () => {
    const dry = await grantscope(['redact', FAILING, '--dry-run', '--out', at('never.har')]);
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/^‹code-1› {2}\d+ times, 27 characters: .*code/m);
    expect(`${dry.out}${dry.err}`).not.toMatch(SECRETS);
    expect(existsSync(at('never.har'))).toBe(false);
  });

  test('keeps and replaces what is asked for', async () => {
    const options = ['--hosts', '--relative-times', '--keep', 'st4Te-81723-kQz', '--remove', 'spa'];
    const { code, out } = await grantscope(['redact', FAILING, '--out', '-', ...options]);
    expect(code).toBe(0);
    expect(out).toContain('st4Te-81723-kQz');
    expect(out).not.toMatch(/2026-01-01T12:00|client_id=spa|example\.com/);
  });
});

describe('a file is written whole or not at all', () => {
  test('the input is never replaced, under whatever name', async () => {
    const input = at('input.har');
    writeFileSync(input, readFileSync(FAILING));
    symlinkSync(input, at('link.har'));
    for (const out of [input, at('link.har'), join(folder, '.', 'input.har')]) {
      const { code, err } = await grantscope(['redact', input, '--out', out, '--force']);
      expect({ code, err }).toEqual({
        code: 2,
        err: `redact: ${out} is the input. It is never overwritten: choose another name.\n`,
      });
    }
    expect(readFileSync(input)).toEqual(readFileSync(FAILING));
  });

  test('another file only with --force', async () => {
    writeFileSync(at('there.md'), 'mine');
    const refused = await grantscope(['report', FAILING, '--out', at('there.md')]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('exists already. Use --force to replace it.');
    expect(readFileSync(at('there.md'), 'utf8')).toBe('mine');
    const forced = await grantscope(['report', FAILING, '--out', at('there.md'), '--force']);
    expect(forced.code).toBe(0);
    expect(readFileSync(at('there.md'), 'utf8')).toMatch(/^# ✖ /);
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ['a folder', '', 'is a folder'],
    ['a file in no folder', 'none/a.har', 'The folder of'],
  ])('%s is refused', async (_, name, message) => {
    const { code, err } = await grantscope(['redact', FAILING, '--out', at(name), '--force']);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(leftovers()).toEqual([]);
  });

  test('Ctrl+C leaves nothing behind', async () => {
    const child = spawn(process.execPath, [program, 'redact', '-', '--out', at('cancelled.har')]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdin.on('error', () => {});
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin.write('{"log":{"entries":[');
    // The program reads as soon as it takes more than the pipe holds.
    await new Promise((resolve) => child.stdin.write(' '.repeat(2 ** 20), resolve));
    child.kill('SIGINT');
    expect(await closed).toBe(130);
    expect(err).toBe('redact: cancelled\n');
    expect(existsSync(at('cancelled.har'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });
});

describe('a part of a recording', () => {
  test('one flow, and one step of it', async () => {
    const { code, out } = await grantscope(['report', FAILING, '--flow', '1', '--step', '3']);
    expect(code).toBe(0);
    expect(out).toContain('token request');
    expect(out).not.toMatch(/^ +1 .*authorization request/m);
  });

  test.each([
    [['--flow', '7'], 'There is no flow 7: the recording has 1 flow.'],
    [['--flow', 'one'], '--flow needs a number from 1 on, not "one".'],
    [['--step', '9'], 'There is no step 9 in this flow.'],
  ])('%j is refused', async (options, message) => {
    const { code, out, err } = await grantscope(['report', FAILING, ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

test('a HAR that was compressed with brotli is read', async () => {
  writeFileSync(at('login.har.br'), brotliCompressSync(readFileSync(FAILING)));
  const { code, out } = await analyze([at('login.har.br')]);
  expect(code).toBe(1);
  expect(out).toMatch(/^✖ code_verifier does not match code_challenge/);
  writeFileSync(at('cut.har.br'), brotliCompressSync(readFileSync(FAILING)).subarray(0, 400));
  expect((await analyze([at('cut.har.br')])).code).not.toBe(0);
});
