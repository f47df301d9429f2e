import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import { lossWord } from '../../src/words/losses.ts';
import { exchange } from '../http/exchanges.ts';
import { curl, FORM } from './commands.ts';
import { posixWords, withoutComments } from './posix-words.ts';

describe('curlCommand', () => {
  it.each([
    [
      'a body as it is',
      { method: 'POST', body: { text: '@file' } },
      ['-H', 'Content-Type:', '--data-raw', '@file'],
    ],
    ['a POST without a body', { method: 'POST' }, ['-H', 'Content-Type:', '--data-raw', '']],
    [
      'a PUT without a body',
      { method: 'PUT' },
      ['-X', 'PUT', '-H', 'Content-Type:', '--data-raw', ''],
    ],
    ['a DELETE', { method: 'DELETE' }, ['-X', 'DELETE']],
    [
      'a GET with a body',
      { body: { text: 'x' } },
      ['-X', 'GET', '-H', 'Content-Type:', '--data-raw', 'x'],
    ],
    ['HEAD', { method: 'HEAD' }, ['--head']],
    ['a method of lower case', { method: "g't" }, ['-X', "g't"]],
    ['an empty header', { request: ['X:  '] }, ['-H', 'X;']],
    ['a header that looks like an option', { request: ['X: @f;'] }, ['-H', 'X: @f;']],
    ['no pseudo-headers', { request: [':authority: a', 'Connection: x'] }, []],
    ['dots', { url: 'https://server.example.com/a/../b' }, ['--path-as-is']],
  ] as const)('sends %s', (_sentence, parts, expected) => {
    const words = posixWords(curl(exchange(parts), 'values').bare);
    expect(words.slice(3)).toEqual(expected);
  });

  it.each([
    ['https://server.example.com/a?b=%20\'"#c', 'https://server.example.com/a?b=%20\'"'],
    ['https://user:pass@server.example.com/', 'https://server.example.com/'],
    ['https://bücher.example/ä b', 'https://xn--bcher-kva.example/%C3%A4%20b'],
    ['https://server.example.com\\@evil.test/', 'https://server.example.com/@evil.test/'],
    ['https:server.example.com', 'https://server.example.com/'],
    ['https://server.example.com/\n--data @f', 'https://server.example.com/--data%20@f'],
    ['https://[::1]:8443/x', 'https://[::1]:8443/x'],
    ['HTTPS://Server.example.com/X', 'HTTPS://Server.example.com/X'],
  ])('reads the URL %j as browsers do', (url, expected) => {
    expect(posixWords(curl(exchange({ url }), 'values').bare)[2]).toBe(expected);
  });

  it.each([
    ['data:text/html,x', {}],
    ['javascript:alert(1)\n', {}],
    ['file:///etc/passwd', {}],
    ['moz-extension://x/', {}],
    ['-x', {}],
    ['https://server.example.com/', { method: 'GET;id' }],
    ['https://server.example.com/', { method: '' }],
    ['https://server.example.com/', { method: 'HEAD', body: { text: 'a' } }],
    ['https://server.example.com/', { method: 'POST', body: { text: 'a'.repeat(1_100_000) } }],
    [`https://server.example.com/${'a'.repeat(110_000)}`, {}],
  ])('refuses case %#', (url, parts) => {
    const result = command(exchange({ url, ...parts }), { target: 'curl-bash', secrets: 'values' });
    expect(result).toHaveProperty('refused');
    expect(JSON.stringify(result)).not.toMatch(/example|alert|passwd|\\n/);
  });

  it('leaves out a header that would become two headers', () => {
    const request = ['A: b\r\nC: d', "X'Y Z: 1"];
    const { bare, notes } = curl(exchange({ request }), 'values');
    expect(posixWords(bare)).toHaveLength(3);
    expect(notes).toContain('A header that no HTTP message can hold is left out.');
  });

  it('says what was not recorded', () => {
    const of = exchange({ method: 'POST', body: { unknown: 'stripped' } });
    for (const secrets of ['variables', 'values'] as const) {
      const { bare, notes } = curl(of, secrets);
      expect(bare).toContain(`--data-raw "\${BODY:?}"`);
      expect(notes.join()).toContain(lossWord('stripped'));
    }
  });

  it.each([
    ['application/octet-stream', 'a\u00FF', true],
    ['multipart/form-data; boundary=b', '--b\r\nx: y; filename="a.png"\r\n', true],
    ['application/json', '"é"', false],
    ['application/octet-stream', 'a', false],
  ])('says that a body of %s is binary: %j, %s', (type, text, expected) => {
    const request = [`Content-Type: ${type}`];
    const { notes } = curl(exchange({ method: 'POST', request, body: { text } }));
    expect(notes.join().includes('binary')).toBe(expected);
  });

  it('pipes a long body', () => {
    const text = `a=${'é'.repeat(60_000)}&code=x`;
    const { bare } = curl(exchange({ method: 'POST', request: [FORM], body: { text } }));
    expect(bare).toMatch(/^: "\$\{CODE:\?\}" && printf '%s' 'a=é+&code='"\$\{CODE:\?\}" \| curl /);
    expect(bare).toMatch(/--data-binary @-$/);
  });

  const noise = fc.string({
    unit: fc.constantFrom(...'\n\r\0\u001B\'"`$()!#;&|\\ =aé', 'code=', '{"'),
  });
  const noisy = fc.record({
    method: fc.constantFrom('GET', 'POST', "G'T"),
    url: noise.map((text) => `https://server.example.com/?${text}`),
    request: fc.array(
      noise.map((text) => `X: ${text}`),
      { maxLength: 3 },
    ),
    body: noise.map((text) => ({ text })),
  });

  it('puts only plain words into comments, with one command after them', () => {
    fc.assert(
      fc.property(noisy, (parts) => {
        const result = command(exchange(parts), { target: 'curl-bash', secrets: 'values' });
        if ('refused' in result) return;
        const bare = withoutComments(result.command);
        const comments = result.command.slice(0, result.command.length - bare.length);
        expect(comments).toMatch(/^(?:# [A-Za-z0-9 .,:_/-]*\n)*$/);
        const [program] = /^(?:printf|: |\{ )/.test(bare) ? ['curl'] : posixWords(bare);
        expect(program).toBe('curl');
      }),
    );
  });
});
