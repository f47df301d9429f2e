import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { cmdLine } from './cmd-line.ts';
import { type CurlWords, curlWords } from './curl-words.ts';
import { COUNT, commandOf, requestsTo, SEED, sentBytes, valuesOf } from './generated-requests.ts';
import { powerShellCurl } from './powershell-script.ts';
import { type RecordingServer, sharedServer } from './recording-server.ts';
import { Workshop } from './shell-capture.ts';
import { windowsWords } from './windows-words.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const SHELLS = ['bash', 'dash', 'zsh', 'fish'];
const INSTALLED = SHELLS.filter(has);
const QUIET = {
  posix: 'curl() { command curl -q -sS -m 20 --noproxy "*" -o /dev/null "$@"; }\n',
  fish: 'function curl; command curl -q -sS -m 20 --noproxy "*" -o /dev/null $argv; end\n',
};

let server: RecordingServer;
let requests: readonly Exchange[] = [];
/** The words that bash reads from each command. */
let expected: readonly (CurlWords | null)[] = [];
const workshop = new Workshop();

const targetOf = (shell: string): string => (shell === 'fish' ? 'curl-fish' : 'curl-bash');

async function captured(shell: string, secrets: 'variables' | 'values', of = requests) {
  const commands = of.map((one) => ({
    command: commandOf(one, targetOf(shell), secrets) ?? ':',
    values: secrets === 'variables' ? valuesOf(one) : {},
  }));
  const result = await workshop.capture(shell, commands);
  expect(result.errors.slice(0, 500), `seed ${SEED}`).toBe('');
  expect(workshop.traces()).toEqual([]);
  return result.captured.map((one) => one && curlWords(one));
}

beforeAll(async () => {
  server = await sharedServer();
  requests = requestsTo(`http://127.0.0.1:${server.port}`);
  if (INSTALLED.includes('bash')) expected = await captured('bash', 'values');
}, 120_000);

afterAll(() => workshop.close());

describe.each(SHELLS)('%s', (shell) => {
  const isMissing = !INSTALLED.includes(shell);

  it.skipIf(isMissing)(
    'gives curl the same words as bash, with values and with variables',
    async () => {
      expect(await captured(shell, 'values'), `seed ${SEED}`).toEqual(expected);
      const some = requests.slice(0, 400);
      expect(await captured(shell, 'variables', some)).toEqual(expected.slice(0, 400));
    },
    120_000,
  );

  it.skipIf(isMissing || !has('curl'))(
    'sends its share of the requests as they were',
    async () => {
      const share = requests.filter(
        (_one, index) => index % SHELLS.length === SHELLS.indexOf(shell),
      );
      const commands = share.flatMap((one) => commandOf(one, targetOf(shell)) ?? []);
      server.received.length = 0;
      const quiet = shell === 'fish' ? QUIET.fish : QUIET.posix;
      const errors = await workshop.run(shell, `${commands.join('\n')}\n`, quiet);
      expect(errors.slice(0, 500), `seed ${SEED}`).toBe('');
      expect(workshop.traces()).toEqual([]);
      const sent = share.filter((one) => commandOf(one, targetOf(shell)) !== null);
      expect(server.received.length, `seed ${SEED}`).toBe(sent.length);
      sent.forEach((one, index) => {
        const got = server.received[index];
        const { method, url, headers } = one.request;
        const { pathname, search } = new URL(url);
        expect([url.slice(url.indexOf('/', 8)), pathname + search]).toContain(got?.target);
        expect(got?.method).toBe(method);
        expect(got?.body.equals(sentBytes(one)), `seed ${SEED}`).toBe(true);
        const lines = headers.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
        expect(
          got?.headers.filter((line) => /^(?:x-|authorization|content-type)/.test(line)),
        ).toEqual(lines.map((line) => Buffer.from(line).toString('latin1')));
      });
    },
    120_000,
  );
});

describe.skipIf(!INSTALLED.includes('bash'))(
  'programs of Windows get the words that bash gives to curl',
  { timeout: 60_000 },
  () => {
    it('from cmd', () => {
      let written = 0;
      requests.forEach((one, index) => {
        const text = commandOf(one, 'curl-cmd');
        if (text === null) return;
        written += 1;
        const read = cmdLine(text, {});
        const [program, ...args] = 'line' in read ? windowsWords(read.line) : [];
        expect(program).toBe('curl');
        expect(curlWords({ args, input: null }), `seed ${SEED}`).toEqual(expected[index]);
      });
      expect(written).toBeGreaterThan(COUNT / 5);
    });

    it.each(['curl-powershell', 'curl-powershell-7'])('from %s', (target) => {
      requests.forEach((one, index) => {
        const text = commandOf(one, target) ?? '';
        expect(powerShellCurl(text, {}), `seed ${SEED}`).toEqual(expected[index]);
        const named = commandOf(one, target, 'variables') ?? '';
        expect(powerShellCurl(named, valuesOf(one)), `seed ${SEED}`).toEqual(expected[index]);
      });
    });
  },
);
