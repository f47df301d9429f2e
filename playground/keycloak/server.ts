import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settled, until } from '../browsers/poll.ts';
import type { Distribution } from './distribution.ts';

const ON_WINDOWS = process.platform === 'win32';

/** Milliseconds. The first start builds the server, which takes a minute on two slow cores. */
const START = 300_000;
const END = 15_000;

/** A running Keycloak. */
export interface Keycloak {
  /** Resolves when it serves its realms. Rejects with the end of its log when it ended instead. */
  readonly ready: Promise<void>;
  /** Ends Keycloak and leaves no process. */
  close(): Promise<void>;
}

interface Options extends Distribution {
  readonly port: number;
  /** Representations to import, each with its `realm`. */
  readonly realms: readonly { readonly realm: string }[];
}

/** Starts Keycloak in development mode, with a database in memory, on the loopback interface. */
export function startKeycloak({ home, environment, port, realms }: Options): Keycloak {
  const folder = join(home, 'data', 'import');
  mkdirSync(folder, { recursive: true });
  for (const realm of realms)
    writeFileSync(join(folder, `${realm.realm}-realm.json`), JSON.stringify(realm));
  const args = ['start-dev', '--import-realm', '--db=dev-mem', '--http-host=127.0.0.1'];
  const server = startScript(home, [...args, `--http-port=${port}`], environment);
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const log = lastLinesOf(server);
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const serves = async ({ realm }: { realm: string }) =>
    (await fetch(`http://127.0.0.1:${port}/realms/${realm}`)).ok;
  const ready = (async () => {
    const asked = async () => hasEnded() || (await Promise.all(realms.map(serves))).every(Boolean);
    await until('Keycloak to serve its realms', asked, START);
    if (hasEnded()) throw new Error(`Keycloak ended instead of starting:\n${log()}`);
  })();
  // A caller that closes it early does not wait for it.
  ready.catch(() => undefined);
  return {
    ready,
    async close() {
      kill(server, 'SIGTERM');
      await settled(exited, END);
      kill(server, 'SIGKILL');
      await exited;
    },
  };
}

function startScript(home: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const script = join(home, 'bin', ON_WINDOWS ? 'kc.bat' : 'kc.sh');
  const [command, ...before] = ON_WINDOWS ? [script] : ['sh', script];
  return spawn(command ?? script, [...before, ...args], {
    // The script starts Java as a child. A process group lets both be ended together.
    detached: !ON_WINDOWS,
    shell: ON_WINDOWS,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m' },
  });
}

function lastLinesOf(server: ChildProcess): () => string {
  let text = '';
  const collect = (chunk: Buffer) => {
    text = (text + chunk).slice(-4_000);
  };
  server.stdout?.on('data', collect);
  server.stderr?.on('data', collect);
  return () => text.trimEnd().split('\n').slice(-20).join('\n');
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (ON_WINDOWS)
      execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
