import { describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../http/exchanges.ts';
import { requestsTo, SEED, sentBytes, valuesOf } from './generated-requests.ts';
import { readHttpFile } from './http-file.ts';
import { sharedServer } from './recording-server.ts';

function write(of: Exchange, secrets: 'variables' | 'values') {
  return command(of, { target: 'http-file', secrets });
}

const trimmed = (text: string): string => text.replace(/[\r\n]+$/, '');

describe('a .http file', () => {
  it('holds the request as it was, with values and with variables', {
    timeout: 60_000,
  }, async () => {
    let written = 0;
    const { port } = await sharedServer();
    for (const one of requestsTo(`http://127.0.0.1:${port}`)) {
      const values = valuesOf(one);
      for (const secrets of ['values', 'variables'] as const) {
        const result = write(one, secrets);
        if ('refused' in result) continue;
        written += 1;
        const read = readHttpFile(result.command, values);
        expect(read.method).toBe(one.request.method);
        expect([one.request.url, new URL(one.request.url).href]).toContain(read.url);
        const lines = one.request.headers.map(({ name, value }) => `${name}: ${value}`.trimEnd());
        expect(read.headers, `seed ${SEED}`).toEqual(lines);
        expect(trimmed(read.body), `seed ${SEED}`).toBe(trimmed(sentBytes(one).toString('utf8')));
      }
    }
    expect(written).toBeGreaterThan(500);
  });

  const post = (type: string, text: string, binary = false): Exchange =>
    exchange({
      method: 'POST',
      request: [`Content-Type: ${type}`],
      body: binary ? { text, binary: true } : { text },
    });

  it.each([
    ['a binary body', post('a/b', '\u00FF', true)],
    ['NUL', post('a/b', 'a\0')],
    ['a file', post('a/b', '< /etc/passwd')],
    ['a file with variables', post('a/b', 'a\n<@ /etc/passwd')],
    ['another request', post('a/b', 'a\n### b')],
    ['a comment', post('a/b', '# b')],
    ['a handler of the response', post('a/b', '> {% client.exit() %}')],
    ['a variable', post('a/b', '{{$processEnv HOME}}')],
    ['carriage returns', post('a/b', 'a\rb')],
    ['lines in a form', post('application/x-www-form-urlencoded', 'a=1\n&b=2')],
    ['another method', exchange({ method: 'REPORT' })],
  ])('cannot hold %s', (_sentence, of) => {
    const refused = expect.stringMatching(/Copy it as cURL instead\.$/);
    expect(write(of, 'values')).toEqual({ refused });
  });

  it('asks for the variables, and lets the editor encode Basic', () => {
    const of = exchange({ request: ['Authorization: Basic czZCaGRSa3F0MzpzZWNyZXQ='] });
    const result = write(of, 'variables');
    expect('command' in result && result.command).toContain(
      '# @prompt CLIENT_ID\n# @prompt CLIENT_SECRET\nGET https://server.example.com/token\n' +
        'Authorization: Basic {{CLIENT_ID}} {{CLIENT_SECRET}}\n',
    );
  });

  it('holds a multipart form', () => {
    const text = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nc\r\n--b--\r\n';
    const result = write(post('multipart/form-data; boundary=b', text), 'values');
    const read = readHttpFile('command' in result ? result.command : '');
    expect(trimmed(read.body)).toBe(trimmed(text));
  });
});
