import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../http/exchanges.ts';
import { commandOf, requestsTo, SEED, sentBytes } from './generated-requests.ts';
import { httpieRequest } from './httpie-items.ts';
import { sharedServer } from './recording-server.ts';
import { Workshop } from './shell-capture.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const workshop = new Workshop();

afterAll(() => workshop.close());

const write = (of: Exchange): string | null => commandOf(of, 'httpie');

function expected({ request }: Exchange): readonly string[] {
  return request.headers.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
}

describe('HTTPie', () => {
  it.skipIf(!has('bash'))(
    'reads the request from what bash gives it',
    { timeout: 60_000 },
    async () => {
      const { port } = await sharedServer();
      const requests = requestsTo(`http://127.0.0.1:${port}`);
      const written = requests.filter((one) => write(one) !== null);
      const commands = written.map((one) => ({ command: write(one) ?? '' }));
      const { errors, captured } = await workshop.capture('bash', commands, 'http');
      expect(errors.slice(0, 500)).toBe('');
      expect(workshop.traces()).toEqual([]);
      written.forEach((one, index) => {
        const got = captured[index];
        const read = httpieRequest(got?.args ?? [], got?.input ?? null);
        expect(read.method, `seed ${SEED}`).toBe(one.request.method);
        expect([one.request.url, new URL(one.request.url).href]).toContain(read.url);
        expect(read.headers, `seed ${SEED}`).toEqual(expected(one));
        expect(read.body.equals(sentBytes(one)), `seed ${SEED}`).toBe(true);
      });
      expect(written.length).toBeGreaterThan(500);
    },
  );

  it.skipIf(!has('http'))('sends requests as they were', { timeout: 120_000 }, async () => {
    const server = await sharedServer();
    const requests = requestsTo(`http://127.0.0.1:${server.port}`);
    const written = requests.filter((one) => write(one) !== null).slice(0, 12);
    server.received.length = 0;
    const errors = await workshop.run('bash', written.map(write).join('\n'));
    expect(errors.slice(0, 500)).toBe('');
    expect(server.received.length, `seed ${SEED}`).toBe(written.length);
    written.forEach((one, index) => {
      const got = server.received[index];
      expect(got?.method).toBe(one.request.method);
      expect(got?.body.equals(sentBytes(one)), `seed ${SEED}`).toBe(true);
      const own = got?.headers.filter((line) => /^(?:x-|authorization|content-type)/.test(line));
      const lines = expected(one).map((line) => Buffer.from(line).toString('latin1'));
      expect([...(own ?? [])].sort(), `seed ${SEED}`).toEqual([...lines].sort());
    });
  });

  it.each([
    ['a method that it would change', exchange({ method: 'patch' })],
    ['HEAD with a body', exchange({ method: 'HEAD', body: { text: 'a' } })],
    ['a backslash that it would drop', exchange({ request: ['X: a\\=b'] })],
    ['a header that looks like an option', exchange({ request: ['-X: a'] })],
    ['control characters in a header', exchange({ request: ['X: a\u001Bb'] })],
  ])('cannot send %s', (_sentence, of) => {
    expect(write(of)).toBeNull();
  });
});
