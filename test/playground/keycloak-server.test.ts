import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../playground/browsers/poll.ts';
import { listen, portOf, stop } from '../../playground/http.ts';
import { startKeycloak } from '../../playground/keycloak/server.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'grantscope-keycloak-test-'));
  mkdirSync(join(home, 'bin'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

async function start(script: string) {
  writeFileSync(join(home, 'bin/kc.sh'), script);
  const server = await listen(0);
  const port = portOf(server);
  await stop(server);
  const realms = [{ realm: 'app', enabled: true }];
  return startKeycloak({ home, environment: process.env, port, realms });
}

const pidIn = (file: string) => Number(readFileSync(join(home, file), 'utf8'));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.runIf(process.platform !== 'win32')('a server that a script starts', () => {
  it('is ready when it serves the realms that it was given to import', async () => {
    const program = `require('http').createServer((request, response) => {
      response.statusCode = request.url === '/realms/app' ? 200 : 404;
      response.end();
    }).listen(process.argv.at(-1).split('=')[1], '127.0.0.1')`;
    const keycloak = await start(`exec '${process.execPath}' -e "${program}" -- "$@"`);
    await keycloak.ready;
    expect(JSON.parse(readFileSync(join(home, 'data/import/app-realm.json'), 'utf8'))).toEqual({
      realm: 'app',
      enabled: true,
    });
    await keycloak.close();
  });

  it('ends with its child processes, even when they ignore signals', async () => {
    writeFileSync(
      join(home, 'child.sh'),
      `trap '' TERM; echo $$ > '${home}/child'; while :; do sleep 1; done`,
    );
    const keycloak = await start(`sh '${home}/child.sh' & wait`);
    const pid = await until('the child', () => pidIn('child'));
    expect(isAlive(pid)).toBe(true);
    await keycloak.close();
    await until('the child to end', () => !isAlive(pid));
  });

  it('that ends at once is reported with the end of its log', async () => {
    const keycloak = await start(`echo 'Port already bound' >&2; exit 1`);
    await expect(keycloak.ready).rejects.toThrow(/ended instead of starting:\nPort already bound$/);
    await keycloak.close();
  });
});
