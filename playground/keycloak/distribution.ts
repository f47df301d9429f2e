import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Keycloak release that was captured. */
const RELEASE = '26.7.3';
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${RELEASE}:zip`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';
const OLDEST_JAVA = 17;
const ON_WINDOWS = process.platform === 'win32';

/** Something outside this project is missing. The message says what, and how to get it. */
export class Missing extends Error {}

/** Keycloak on disk, and the Java to run it with. */
export interface Distribution {
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Runs a program and resolves to its output and exit code, or to null when it cannot be started.
 */
export type RunProgram = (
  command: string,
  args: readonly string[],
  options?: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly signal?: AbortSignal | undefined;
  },
) => Promise<{ readonly code: number | null; readonly output: string } | null>;

interface Options {
  readonly run?: RunProgram;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends Maven early. */
  readonly signal?: AbortSignal;
}

/**
 * Unpacks Keycloak into an empty folder with Maven, which keeps the download in its own local
 * repository. Throws Missing without Java, Maven or the download.
 */
export async function unpackKeycloak(
  folder: string,
  { run = runProgram, env = process.env, signal }: Options = {},
): Promise<Distribution> {
  const java = await findJava(run, env);
  const { JAVA_HOME: _, ...others } = env;
  const environment = java === null ? others : { ...others, JAVA_HOME: java };
  const args = ['-q', '-B', UNPACK, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`];
  // The plugin writes its marker into the working folder.
  const maven = await run('mvn', args, { cwd: folder, env: environment, signal });
  if (maven === null) {
    throw new Missing(
      'Maven is missing: install it (Debian, Ubuntu: apt-get install maven) and see that mvn is on the PATH.',
    );
  }
  if (maven.code !== 0) {
    const reason =
      /\[ERROR\] (.+?)(?: -> \[Help \d+\])?$/m.exec(maven.output)?.[1] ??
      `it ended with ${maven.code}`;
    throw new Missing(
      `Keycloak could not be downloaded: mvn ${UNPACK} -Dartifact=${ARTIFACT} says “${reason}”. Try it again with access to Maven Central or to a mirror that has the artifact.`,
    );
  }
  return { home: join(folder, `keycloak-${RELEASE}`), environment };
}

/** Finds `JAVA_HOME` of a Java that is new enough. Null when the Java on the PATH is. */
async function findJava(run: RunProgram, env: NodeJS.ProcessEnv): Promise<string | null> {
  const homes = [env.JAVA_HOME, '', ...installedJava()];
  const seen: string[] = [];
  for (const home of homes) {
    if (home === undefined) continue;
    const answer = await run(home === '' ? 'java' : join(home, 'bin', 'java'), ['-version']);
    const version = /version "(?:1\.)?(\d+)/.exec(answer?.output ?? '')?.[1];
    if (Number(version) >= OLDEST_JAVA) return home || null;
    if (version) seen.push(version);
  }
  const found = seen.length > 0 ? `only Java ${seen.join(' and ')} was found` : 'none was found';
  throw new Missing(
    `Java ${OLDEST_JAVA} or newer is missing (${found}): install it (Debian, Ubuntu: apt-get install default-jre-headless) or name its folder in JAVA_HOME.`,
  );
}

/** Folders in which distributions and macOS put Java, the newest name first. */
function installedJava(): readonly string[] {
  const roots = [
    ['/usr/lib/jvm', ''],
    ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
  ] as const;
  return roots.flatMap(([root, inside]) => {
    try {
      return readdirSync(root)
        .reverse()
        .map((name) => join(root, name, inside));
    } catch {
      return [];
    }
  });
}

const runProgram: RunProgram = (command, args, options = {}) =>
  new Promise((resolve) => {
    // On Windows mvn is a script. Only a shell runs it.
    const child = spawn(command, args, { ...options, shell: ON_WINDOWS });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', () => {
      if (child.pid === undefined) resolve(null);
    });
    child.once('close', (code) => resolve({ code, output }));
  });
