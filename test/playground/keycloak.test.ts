import { describe, expect, it } from 'vitest';
import {
  Missing,
  type RunProgram,
  unpackKeycloak,
} from '../../playground/keycloak/distribution.ts';

interface Machine {
  /** The output of `java -version`, by program. Absent without Java. */
  readonly java?: Readonly<Record<string, string>>;
  readonly maven?: { readonly code: number; readonly output: string };
}

const java = (version: string) => `openjdk version "${version}" 2026-01-20\n`;
const works = { code: 0, output: '' };

/** A machine that has only that. It notes the calls of Maven. */
function machine({ java: programs = {}, maven }: Machine) {
  const asked: { args: readonly string[]; cwd?: string | undefined }[] = [];
  const run: RunProgram = async (command, args, options) => {
    const version = programs[command];
    if (version !== undefined) return { code: 0, output: version };
    if (command !== 'mvn' || !maven) return null;
    asked.push({ args, cwd: options?.cwd });
    return maven;
  };
  return { run, asked };
}

describe('Keycloak’s distribution', () => {
  it('is unpacked by Maven into the folder, beside Maven’s own files', async () => {
    const { run, asked } = machine({ java: { java: java('21.0.2') }, maven: works });
    const { home, environment } = await unpackKeycloak('/tmp/folder', { run, env: { A: 'b' } });
    expect(home).toMatch(/^[/\\]tmp[/\\]folder[/\\]keycloak-\d+\.\d+\.\d+$/);
    expect(environment).toEqual({ A: 'b' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.cwd).toBe('/tmp/folder');
    expect(asked[0]?.args).toContain('-DoutputDirectory=/tmp/folder');
  });

  it('runs with the Java of JAVA_HOME before the one on the PATH', async () => {
    const programs = { '/jdk/bin/java': java('25'), java: java('17.0.1') };
    const { run } = machine({ java: programs, maven: works });
    const { environment } = await unpackKeycloak('/tmp/x', { run, env: { JAVA_HOME: '/jdk' } });
    expect(environment.JAVA_HOME).toBe('/jdk');
  });

  it('ignores a JAVA_HOME that does not exist', async () => {
    const { run } = machine({ java: { java: java('21') }, maven: works });
    const env = { JAVA_HOME: '/nowhere', A: 'b' };
    expect((await unpackKeycloak('/tmp/x', { run, env })).environment).toEqual({ A: 'b' });
  });

  it.each<[string, Machine, RegExp]>([
    ['no Java', { maven: works }, /^Java 17 or newer is missing \(none was found\): install it/],
    [
      'an old Java only',
      { java: { java: java('1.8.0_402') }, maven: works },
      /^Java 17 or newer is missing \(only Java 8 was found\)/,
    ],
    ['no Maven', { java: { java: java('17') } }, /^Maven is missing: install it/],
    [
      'no download',
      {
        java: { java: java('17') },
        maven: { code: 1, output: '[INFO] …\n[ERROR] Could not find artifact\n[ERROR] -> Help' },
      },
      /^Keycloak could not be downloaded: mvn .+ says “Could not find artifact”\. Try it again/,
    ],
  ])('is missing with %s, and the message says how to get it', async (_, sketch, message) => {
    const { run } = machine(sketch);
    const unpacked = unpackKeycloak('/tmp/folder', { run, env: {} });
    await expect(unpacked).rejects.toThrow(message);
    await expect(unpacked).rejects.toBeInstanceOf(Missing);
  });
});
