import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import { expandable, helperValues } from '../../src/commands/curl-variables.ts';
import { exchange } from '../http/exchanges.ts';
import { cmdLine } from './cmd-line.ts';
import { FORM } from './commands.ts';
import { commandOf, valuesOf } from './generated-requests.ts';
import { powerShellCurl } from './powershell-script.ts';
import { Workshop } from './shell-capture.ts';
import { windowsWords } from './windows-words.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const workshop = new Workshop();

afterAll(() => workshop.close());

const token = (text: string, binary = false) =>
  exchange({
    method: 'POST',
    request: [FORM],
    body: binary ? { text, binary: true } : { text },
  });
const SHORT = token('a={b{&client_secret=kestrel-lantern&code=SplxlOBeZQQYbYS6WxSbIA');
const PIPED = token(`code=SplxlOBeZQQYbYS6WxSbIA&a=${'\r'.repeat(20)}`);
const BINARY = token('\u00FF&code=SplxlOBeZQQYbYS6WxSbIA&b=\u00FE', true);

describe('a command of which a variable has no value', () => {
  it.each(['bash', 'dash', 'zsh', 'fish'])(
    'sends nothing in %s',
    async (shell) => {
      if (!has(shell)) return;
      const target = shell === 'fish' ? 'curl-fish' : 'curl-bash';
      for (const of of [SHORT, PIPED, BINARY]) {
        const text = commandOf(of, target, 'variables') ?? '';
        for (const values of [{}, { CODE: '' }, { CODE: '', CLIENT_SECRET: 'x' }]) {
          const { captured, errors } = await workshop.capture(shell, [{ command: text, values }]);
          expect(captured[0]?.args ?? null, text).toBeNull();
          expect(errors).toMatch(/\b(?:CODE|(?:CLIENT_)?SECRET)\b/);
        }
      }
    },
    30_000,
  );

  it('sends nothing in cmd, and curl inserts the values', () => {
    const text = commandOf(SHORT, 'curl-cmd', 'variables') ?? '';
    const values = valuesOf(SHORT);
    expect(cmdLine(text, {})).toEqual({ missing: 'CLIENT_SECRET' });
    expect(cmdLine(text, { CLIENT_SECRET: 'x' })).toEqual({ missing: 'CODE' });
    const read = cmdLine(text, values);
    const words = windowsWords('line' in read ? read.line : '');
    expect(words.slice(0, 5)).toEqual([
      'curl',
      '--variable',
      '%CLIENT_SECRET',
      '--variable',
      '%CODE',
    ]);
    expect(words.at(-2)).toBe('--expand-data-raw');
    expect(words.at(-1)).toBe('a={b{&client_secret={{CLIENT_SECRET}}&code={{CODE}}');
  });

  it.each(['curl-powershell', 'curl-powershell-7'])('throws in %s', (target) => {
    const text = commandOf(SHORT, target, 'variables') ?? '';
    expect(() => powerShellCurl(text, {})).toThrow('Set first: CLIENT_SECRET');
    expect(() => powerShellCurl(text, valuesOf(SHORT))).not.toThrow();
  });
});

describe('braces and backslashes beside a variable', () => {
  it.each([
    ['{{x}}', '\\{{x}}{{CODE}}', []],
    ['{', '{{LB}}{{CODE}}', ['LB={']],
    ['{{{', '\\{{{{LB}}{{CODE}}', ['LB={']],
    ['a\\', 'a{{BS}}{{CODE}}', ['BS=\\']],
  ])('%s are text for curl', (before, expected, helpers) => {
    const text = expandable([before, { name: 'CODE', value: 'x' }]);
    expect(text).toBe(expected);
    expect(helperValues(text)).toEqual(helpers);
    // By the documentation of --variable: `{{name}}` is a variable unless a backslash is before it.
    const values: Readonly<Record<string, string>> = { CODE: '<CODE>', LB: '{', BS: '\\' };
    const read = text.replace(/(\\?)\{\{(?:(\w+)\}\})?/g, (all, slash: string, name: string) =>
      slash ? all.slice(1) : (values[name] ?? 'UNKNOWN'),
    );
    expect(read).toBe(`${before}<CODE>`);
  });
});

describe('values that a server may accept only once', () => {
  it.each([
    ['code', 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA', 'CODE'],
    [
      'client_assertion',
      'client_assertion=eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln',
      'CLIENT_ASSERTION',
    ],
    [
      'request_uri',
      'request_uri=urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c',
      'REQUEST_URI',
    ],
    ['refresh_token', 'refresh_token=kestrel-lantern-9', 'REFRESH_TOKEN'],
  ])('%s is pointed out', (_name, text, variable) => {
    for (const secrets of ['variables', 'values'] as const) {
      const result = command(token(text), { target: 'curl-bash', secrets });
      expect('notes' in result && result.notes.join()).toMatch(
        new RegExp(`once, a replay may fail or spend it: .*${variable}`),
      );
    }
  });

  it('so is a DPoP proof', () => {
    const of = exchange({ request: ['DPoP: eyJhbGciOiJFUzI1NiJ9.e30.c2ln'] });
    const result = command(of, { target: 'fetch', secrets: 'variables' });
    expect('command' in result && result.command).toContain('spend it: DPOP_PROOF');
  });
});
