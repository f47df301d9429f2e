import { createContext, runInContext, runInThisContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { COUNT, commandOf, requestsTo, SEED, sentBytes, valuesOf } from './generated-requests.ts';
import { type RecordingServer, sharedServer } from './recording-server.ts';

let server: RecordingServer;
let requests: readonly Exchange[] = [];

beforeAll(async () => {
  server = await sharedServer();
  requests = requestsTo(`http://127.0.0.1:${server.port}`);
});

/** The header fields of an exchange as they are sent, repeated ones joined. */
function linesOf({ request }: Exchange): readonly string[] {
  const lines = request.headers.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
  return lines.map((line) => Buffer.from(line).toString('latin1')).sort();
}

const isOwn = (line: string): boolean => /^(?:x-|authorization|content-type)/.test(line);

describe('fetch in Node', () => {
  it('sends the requests as they were, with values and with variables', {
    timeout: 120_000,
  }, async () => {
    let sent = 0;
    for (const [index, one] of requests.entries()) {
      const secrets = index % 2 === 0 ? 'values' : 'variables';
      const script = commandOf(one, 'fetch-node', secrets);
      if (script === null) continue;
      server.received.length = 0;
      const values = secrets === 'variables' ? valuesOf(one) : {};
      Object.assign(process.env, values);
      await (runInThisContext(script) as Promise<Response>);
      for (const name of Object.keys(values)) delete process.env[name];
      sent += 1;
      const [got] = server.received;
      const { pathname, search } = new URL(one.request.url);
      expect(server.received.length, `seed ${SEED}`).toBe(1);
      expect(got?.method).toBe(one.request.method);
      expect(got?.target).toBe(pathname + search);
      expect(got?.body.equals(sentBytes(one)), `seed ${SEED}: ${script}`).toBe(true);
      expect(got?.headers.filter(isOwn).sort(), `seed ${SEED}`).toEqual(linesOf(one));
    }
    expect(sent).toBeGreaterThan(COUNT / 4);
  });

  it('throws and sends nothing while a variable is missing', () => {
    const scripts = requests.map((one) => commandOf(one, 'fetch-node', 'variables') ?? '');
    const script = scripts.find((text) => text.includes('process.env')) ?? '';
    expect(() => runInThisContext(script)).toThrow(/^Set first: [A-Z_]+/);
  });
});

describe('fetch in a browser', () => {
  it('asks for the same request, without what the browser sets', { timeout: 60_000 }, async () => {
    for (const one of requests) {
      const script = commandOf(one, 'fetch', 'values');
      if (script === null) continue;
      const calls: Request[] = [];
      const context = createContext({
        fetch: (url: string, options: RequestInit) => calls.push(new Request(url, options)),
        TextEncoder,
        Uint8Array,
        Blob,
        atob,
        btoa,
      });
      runInContext(script, context);
      const [request] = calls;
      expect(calls).toHaveLength(1);
      expect(request?.method).toBe(one.request.method);
      expect(request?.url).toBe(new URL(one.request.url).href);
      expect(
        Buffer.from((await request?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(sentBytes(one)),
      ).toBe(true);
      const lines = [...(request?.headers ?? [])].map(([name, value]) => `${name}: ${value}`);
      expect(lines.sort(), `seed ${SEED}`).toEqual(linesOf(one));
    }
  });
});
