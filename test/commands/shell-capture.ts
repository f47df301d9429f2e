import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a shell gave to curl. */
export interface Captured {
  readonly args: readonly string[];
  /** Standard input; null when the body is an argument. */
  readonly input: Buffer | null;
}

const HTTP = `http() { printf '%s\\0' "$@" > "out/$N.args"; case "$1" in --ignore-stdin) ;; *) cat > "out/$N.in";; esac; }\n`;
const POSIX = `curl() { printf '%s\\0' "$@" > "out/$N.args"; case "$*" in *@-) cat > "out/$N.in";; esac; }\n`;
const FISH = `function curl
  printf '%s\\0' $argv > out/$N.args
  if test "$argv[-1]" = '@-'
    cat > out/$N.in
  end
end\n`;
const OPTIONS: Readonly<Record<string, readonly string[]>> = { zsh: ['-f'], fish: ['--no-config'] };
const CANARIES = ['touch', 'id', 'calc.exe', 'PWNED'];

/** A folder to run commands in. Programs that must not run come first on its PATH. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'commands-'));
  readonly #out = join(this.folder, 'out');

  constructor() {
    mkdirSync(join(this.folder, 'bin'));
    for (const name of CANARIES) {
      const file = join(this.folder, 'bin', name);
      writeFileSync(file, `#!/bin/sh\necho ${name} >> '${this.folder}/ran'\n`);
      chmodSync(file, 0o755);
    }
    for (const file of ['file', 'f']) writeFileSync(join(this.folder, file), 'X-Leaked: yes\n');
  }

  /** Runs a script. Resolves to what it wrote to standard error. */
  run(shell: string, script: string, prelude = ''): Promise<string> {
    const file = join(this.folder, 'out', 'script');
    rmSync(this.#out, { recursive: true, force: true });
    mkdirSync(this.#out);
    writeFileSync(file, prelude + script);
    return new Promise((resolve, reject) => {
      const env = {
        PATH: `${join(this.folder, 'bin')}:${process.env.PATH}`,
        HOME: this.#out,
        LC_ALL: 'C.UTF-8',
      };
      const child = spawn(shell, [...(OPTIONS[shell] ?? []), file], {
        cwd: this.folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const errors: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('error', reject);
      child.on('close', () => resolve(Buffer.concat(errors).toString()));
    });
  }

  /** What the shell gives to curl for each command, which may have variables. */
  async capture(
    shell: string,
    commands: readonly {
      readonly command: string;
      readonly values?: Readonly<Record<string, string>>;
    }[],
    program: 'curl' | 'http' = 'curl',
  ): Promise<{ readonly errors: string; readonly captured: readonly (Captured | null)[] }> {
    const isFish = shell === 'fish';
    const set = (name: string, value: string): string =>
      isFish ? `set ${name} ${inQuotes(value, isFish)}` : `${name}=${inQuotes(value, isFish)}`;
    const script = commands.map(({ command, values = {} }, index) => {
      const lines = Object.entries(values).map(([name, value]) => set(name, value));
      return [...lines, set('N', String(index)), command].join('\n');
    });
    const errors = await this.run(
      shell,
      `${script.join('\n')}\n`,
      isFish ? FISH : program === 'http' ? HTTP : POSIX,
    );
    return { errors, captured: commands.map((_one, index) => this.#read(index)) };
  }

  #read(index: number): Captured | null {
    const read = (kind: string): Buffer | null => {
      try {
        return readFileSync(join(this.#out, `${index}.${kind}`));
      } catch {
        return null;
      }
    };
    const args = read('args');
    return args && { args: args.toString('utf8').split('\0').slice(0, -1), input: read('in') };
  }

  /** Files that no command of the tests may have made. */
  traces(): readonly string[] {
    return readdirSync(this.folder).filter((name) => !['bin', 'out', 'file', 'f'].includes(name));
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function inQuotes(value: string, isFish: boolean): string {
  return `'${isFish ? value.replace(/[\\']/g, '\\$&') : value.replaceAll("'", "'\\''")}'`;
}
