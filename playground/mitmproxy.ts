import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { until } from './browsers/poll.ts';
import { listen, portOf, stop } from './http.ts';

/** A running mitmdump in reverse mode. */
export interface Mitmproxy {
  readonly origin: string;
  /** Ends it. Resolves to the HAR that it writes then. */
  close(): Promise<string>;
}

/** Finds `MITMDUMP`, else the first mitmdump on the PATH. Null when it is not installed. */
export function findMitmdump(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.MITMDUMP) return env.MITMDUMP;
  const name = process.platform === 'win32' ? 'mitmdump.exe' : 'mitmdump';
  const places = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = await listen(0);
  const port = portOf(server);
  await stop(server);
  return port;
}

/** Starts mitmdump between that port of this machine and the server behind it. */
export async function startMitmproxy(
  program: string,
  port: number,
  target: string,
): Promise<Mitmproxy> {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-mitmproxy-'));
  const har = join(folder, 'backend.har');
  const child = spawn(
    program,
    [
      ...['--quiet', '--ssl-insecure', '--mode', `reverse:${target}`],
      ...['--listen-host', '127.0.0.1', '--listen-port', String(port)],
      ...['--set', `confdir=${folder}`, '--set', `hardump=${har}`],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  await Promise.race([
    until('mitmdump to listen', () => answers(port), 60_000),
    ended.then(() => Promise.reject(new Error('mitmdump ended at once'))),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      child.kill('SIGINT');
      await ended;
      const text = readFileSync(har, 'utf8');
      rmSync(folder, { recursive: true, force: true });
      return text;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
