import { createContext, runInContext, runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import { planRequest } from '../../src/commands/plan-request.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { generatedRequests, sentBytes } from './generated-requests.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';

const COUNT = 2_000;
const SEED = Number(process.env.COMMANDS_SEED ?? Date.now() % 1_000_000);

let server: RecordingServer;
let requests: readonly Exchange[] = [];

beforeAll(async () => {
  server = await recordingServer();
  requests = generatedRequests(COUNT, SEED, `http://127.0.0.1:${server.port}`);
});

afterAll(() => server.close());

function written(of: Exchange, target: string, secrets: 'variables' | 'values'): string | null {
  const result = command(of, { target, secrets });
  return 'command' in result ? result.command : null;
}

function valuesOf(of: Exchange): Readonly<Record<string, string>> {
  const plan = planRequest(of, 'variables');
  if ('refused' in plan) return {};
  return Object.fromEntries(plan.variables.map(({ name, value }) => [name, value]));
}

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
      const script = written(one, 'fetch-node', secrets);
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
    const [one] = requests.filter((of) => Object.keys(valuesOf(of)).length > 0);
    const script = one ? (written(one, 'fetch-node', 'variables') ?? '') : '';
    expect(() => runInThisContext(script)).toThrow(/^Set first: [A-Z_]+/);
  });
});

describe('fetch in a browser', () => {
  it('asks for the same request, without what the browser sets', { timeout: 60_000 }, async () => {
    for (const one of requests) {
      const script = written(one, 'fetch', 'values');
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
