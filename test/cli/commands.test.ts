import { beforeAll, describe, expect, test, vi } from 'vitest';
import { commands } from '../../src/cli/all-commands.ts';
import { targets } from '../../src/commands/command.ts';
import { analyze, fixture, grantscope } from './command.ts';

vi.setConfig({ testTimeout: 60_000 });

const FAILING = fixture('failing-login.har');

// The first run builds the program.
beforeAll(async () => {
  await analyze(['--help']);
}, 120_000);

describe('the help', () => {
  test('lists every command', async () => {
    const { code, out } = await grantscope(['--help']);
    expect(code).toBe(0);
    for (const [name, { title }] of commands)
      expect(out).toMatch(new RegExp(`  ${name} +${title}`));
  });

  test.each([...commands])('of %s has every option and the exit codes', async (name, listed) => {
    const { default: command } = await listed.load();
    const { code, out, err } = await grantscope([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(command.usage);
    expect(out).toContain('Exit code: 0');
    for (const option of command.options) expect(out).toContain(`--${option.name}`);
  });
});

describe('a mistake is explained, and the exit code is 2', () => {
  test.each([
    [[], 'Usage: grantscope COMMAND'],
    [['reprot', FAILING], 'There is no command "reprot". Did you mean report?'],
    [['report', FAILING, '--frmat', 'html'], 'There is no option --frmat. Did you mean --format?'],
    [['report', FAILING, '--hots'], 'There is no option --hots. Did you mean --hosts?'],
    [['report', FAILING, '--quite-another'], 'There is no option --quite-another.'],
    [['report', FAILING, '--format'], 'The option --format needs a value: --format FORMAT'],
    [['report', FAILING, '--format', 'htlm'], 'There is no format "htlm". Did you mean html?'],
    [['report', FAILING, '--hosts=yes'], 'The option --hosts has no value.'],
    [['report', FAILING, '-o', 'a', '-o', 'b'], 'The option -o can be given once only.'],
    [['report'], 'No file was named.'],
    [['redact', FAILING], 'Name the file to write with --out FILE.har.'],
    [['curl', FAILING], 'Name one of the steps with --step N.'],
    [['curl', FAILING, '--script', '--step', '3'], '--script cannot be given with --step.'],
    [['curl', FAILING, '--script', '--values'], '--script cannot be given with --values.'],
    [['curl', FAILING, '--step', '3', '--target', 'fisch'], 'Did you mean fish?'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await grantscope(args);
    expect(code).toBe(2);
    expect(`${out}${err}`).toContain(message);
    expect(err).not.toContain('    at ');
  });
});

describe('a request as a command', () => {
  test('has variables for secrets', async () => {
    const { code, out, err } = await grantscope(['curl', FAILING, '--flow', '1', '--step', '3']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('https://as.example.com/token');
    expect(out).toContain('grant_type=authorization_code');
    expect(out).not.toMatch(/SplxlOBeZQQ|dBjftJeZ4CVP/);
  });

  test('has the values when they are asked for, and says so', async () => {
    const { code, out, err } = await grantscope(['curl', FAILING, '--step', '3', '--values']);
    expect(code).toBe(0);
    expect(out).toContain('SplxlOBeZQQ');
    expect(err).toBe('The command holds the values of the recording: do not share it.\n');
  });

  test.each(targets.map(({ id }) => id))('of the kind %s', async (id) => {
    const name = id.replace(/^curl-/, '');
    const { code, out } = await grantscope(['curl', FAILING, '--step', '3', '--target', name]);
    expect(code).toBe(0);
    expect(out).toContain('as.example.com');
  });
});

test('a flow is a script without its secrets', async () => {
  const { code, out, err } = await grantscope(['curl', FAILING, '--flow', '1', '--script']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^#!\/usr\/bin\/env bash\n/);
  expect(out).toContain('CODE_VERIFIER=$(random)');
  expect(out).not.toMatch(/SplxlOBeZQQ|dBjftJeZ4CVP/);
});
