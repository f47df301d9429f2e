import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The path of the command. */
export const script = fileURLToPath(new URL('../../scripts/analyze.mjs', import.meta.url));

/** The path of the program with every command. */
export const program = fileURLToPath(new URL('../../scripts/grantscope.mjs', import.meta.url));

/** What a run of the command left. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The path of a file in `fixtures`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

/** Runs `grantscope analyze` as a shell would, with this standard input. */
export function analyze(args: readonly string[], input: string | Buffer = ''): Promise<Run> {
  return run([script, ...args], input);
}

/** Runs a command of `grantscope`. */
export function grantscope(args: readonly string[], input: string | Buffer = ''): Promise<Run> {
  return run([program, ...args], input);
}

function run(args: readonly string[], input: string | Buffer): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
