import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { UserAgent } from '../playground/user-agent.ts';
import { scriptOf } from './flow-scripts.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const missing = ['bash', 'curl', 'jq', 'openssl'].filter(
  (program) => spawnSync(program, ['--help']).error !== undefined,
);

let playground: Playground;
let folder = '';

beforeAll(async () => {
  playground = await startPlayground({ ports: 'random' });
  folder = mkdtempSync(join(tmpdir(), 'script-'));
  // Polling does not wait here.
  writeFileSync(join(folder, 'sleep'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(folder, 'sleep'), 0o755);
});
afterAll(async () => {
  await playground.close();
  rmSync(folder, { recursive: true });
});

type Answer = (line: string) => Promise<string | null>;

/** Runs a script. `answer` gets each line of its output and may give it a line to read. */
function run(script: string, answer: Answer, environment: Record<string, string> = {}) {
  return new Promise<{ out: string; err: string; code: number | null }>((resolve, reject) => {
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      HOME: folder,
      NO_PROXY: '*',
      ...environment,
    };
    const child = spawn('bash', ['-c', script], { cwd: folder, env });
    let [out, err, read] = ['', '', 0];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      const lines = out.split('\n').slice(0, -1);
      for (const line of lines.slice(read)) {
        read += 1;
        answer(line).then((text) => text !== null && child.stdin.write(`${text}\n`), reject);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ out, err, code }));
  });
}

/** A capture with the addresses of the running playground. */
function captured(name: string): string {
  const text = readFileSync(`test/captures/chromium/${name}.har`, 'utf8');
  const originOf = (pattern: RegExp) => pattern.exec(text)?.[1] ?? 'http://none.test';
  const moved = [
    [originOf(/"(http:\/\/localhost:\d+)\/(?:token|par|device\/auth)"/), playground.issuer],
    [originOf(/"(http:\/\/localhost:\d+)\/api\//), playground.api],
    [originOf(/"(http:\/\/localhost:\d+)"/), new URL(playground.url).origin],
  ] as const;
  return moved.reduce((all, [from, to]) => {
    const [old, now] = [new URL(from).host, new URL(to).host];
    return all.replaceAll(old, now).replaceAll(encodeURIComponent(old), encodeURIComponent(now));
  }, text);
}

/** What a person does in the browser: signs in, and copies the address at the end. */
const signIn: Answer = async (line) => {
  if (!line.startsWith(`${playground.issuer}/auth?`)) return null;
  const { url } = await new UserAgent(playground).open(new URL(line));
  return url.href;
};

if (process.env.CI) {
  it('the programs that scripts need are installed', () => expect(missing).toEqual([]));
}

describe.skipIf(missing.length > 0)('a flow as a script, against a server', () => {
  it('logs in with PKCE, calls APIs and refreshes', async () => {
    const { out, err, code } = await run(await scriptOf(captured('clean')), signIn);
    expect(err).toContain('The flow has ended.');
    expect(code).toBe(0);
    expect(out).toContain('"sub"');
    expect(err).toContain('Step 12: 200');
  });

  it.each([
    ['pushes the request and uses the request_uri of the answer', 'par'],
    ['reads the code from a response that is a JWT', 'jarm-query'],
    ['sends the tokens of a hybrid response', 'hybrid'],
    ['uses the verifier in a form that is JSON', 'json-body'],
  ])('%s', async (_, name) => {
    const { err, code } = await run(await scriptOf(captured(name)), signIn);
    expect(err).toContain('The flow has ended.');
    expect(code).toBe(0);
  });

  it.each(['device', 'device-slow-down'])('waits for the user of %s', async (name) => {
    const answer: Answer = async (line) => {
      const shown = /^\w{4}-\w{4}$/.exec(line)?.[0];
      if (shown === undefined) return null;
      const agreed = await fetch(new URL(`/elsewhere?shown=${shown}`, playground.url), {
        method: 'POST',
      });
      expect(agreed.status).toBe(200);
      return null;
    };
    const { err, code } = await run(await scriptOf(captured(name)), answer);
    expect(err).toContain('The flow has ended.');
    expect(code).toBe(0);
  });

  it('stops when the state is another one', async () => {
    const answer: Answer = async (line) => {
      const callback = await signIn(line);
      return callback?.replace(/state=[^&]*/, 'state=another') ?? null;
    };
    const { err, code } = await run(await scriptOf(captured('clean')), answer);
    expect(err).toContain('the state is not the one of this login');
    expect(code).toBe(1);
  });

  it('stops when the server refuses', async () => {
    const answer: Answer = async (line) =>
      line.startsWith('http')
        ? 'https://app.example.com/?error=access_denied&error_description=No%2C+never'
        : null;
    const { err, code } = await run(await scriptOf(captured('clean')), answer);
    expect(err).toContain('the server refused: access_denied No, never');
    expect(code).toBe(1);
  });

  it('gets a token with the secret that a person sets, and calls an API', async () => {
    const secret = `it's "a" $(touch pwned) & secret`;
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const isToken = request.url === '/token';
      const allowed = isToken
        ? new URLSearchParams(body).get('client_secret') === secret
        : request.headers.authorization === 'Bearer token-of-this-run';
      response.writeHead(allowed ? 200 : 401, { 'Content-Type': 'application/json' });
      const granted = isToken
        ? { access_token: 'token-of-this-run', token_type: 'Bearer' }
        : { notes: 3 };
      response.end(JSON.stringify(allowed ? granted : { error: 'invalid_client' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const script = await scriptOf(machine(origin));
    expect(script).not.toContain('recorded-');
    const right = await run(script, async () => null, { CLIENT_SECRET: secret });
    expect(right.err).toContain('The flow has ended.');
    expect(right.out).toBe('{"notes":3}\n');
    const wrong = await run(script, async () => null, { CLIENT_SECRET: 'another' });
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('invalid_client')]);
    const none = await run(script, async () => null);
    expect([none.code, none.out]).toEqual([1, '']);
    server.close();
    expect(readdirSync(folder)).toEqual(['sleep']);
  });
});

/** A HAR file of a token request and an API call. */
function machine(origin: string): string {
  const entry = (at: number, request: object, answer: object) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 5) + at).toISOString(),
    time: 10,
    request: { httpVersion: 'HTTP/1.1', cookies: [], queryString: [], ...request },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: { mimeType: 'application/json', text: JSON.stringify(answer) },
    },
  });
  const type = 'application/x-www-form-urlencoded';
  const form =
    'grant_type=client_credentials&client_id=job&client_secret=recorded-secret-4fK2mPq8ZrT6&scope=notes&x=\'$(touch pwned)`touch pwned`"$(touch pwned)';
  const token = 'recorded-token-9xLw3TqY7bN2vR5s';
  const entries = [
    entry(
      0,
      {
        method: 'POST',
        url: `${origin}/token`,
        headers: [{ name: 'Content-Type', value: type }],
        postData: { mimeType: type, text: form },
      },
      { access_token: token, token_type: 'Bearer', expires_in: 60 },
    ),
    entry(
      50,
      {
        method: 'GET',
        url: `${origin}/notes`,
        headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
      },
      { notes: 2 },
    ),
  ];
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'test', version: '1' }, entries },
  });
}
