import { describe, expect, it } from 'vitest';
import { command } from '../../src/commands/command.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../http/exchanges.ts';
import { FORM } from './commands.ts';
import { commandOf } from './generated-requests.ts';

const LOGIN = exchange({
  method: 'POST',
  request: ['Cookie: sid=1', FORM, 'Origin: https://app.example.com', 'Sec-Fetch-Mode: cors'],
  body: { text: "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&a='%41" },
});

function refusal(of: Exchange, target: string): string {
  const result = command(of, { target, secrets: 'values' });
  return 'refused' in result ? result.refused : '';
}

function notes(of: Exchange, target: string): string {
  const result = command(of, { target, secrets: 'variables' });
  return 'notes' in result ? result.notes.join('\n') : '';
}

const post = (text: string, type = 'text/plain'): Exchange =>
  exchange({ method: 'POST', request: [`Content-Type: ${type}`], body: { text } });

describe('cURL (cmd)', () => {
  it('has a caret before every character that cmd would read', () => {
    const text = commandOf(post('{"a\\": "100%", "b": "x&y"}'), 'curl-cmd') ?? '';
    expect(text.split('\n').at(-1)).toBe(
      String.raw`  --data-raw ^"{\^"a\\\^": \^"100^%^\^", \^"b\^": \^"x^&y\^"}^"`,
    );
  });

  it.each([
    ['a carriage return', post('a\r\nb')],
    ['an escape', post('\u001B[2J')],
    ['a character that reorders text', post('\u202E')],
    ['more than a line of cmd', post('a b '.repeat(2_100))],
    ['bytes', exchange({ method: 'POST', body: { text: '\u00FF', binary: true } })],
  ])('is refused for %s', (_sentence, of) => {
    expect(refusal(of, 'curl-cmd')).toMatch(/Copy it for PowerShell instead\.$/);
  });

  it('says what differs with the settings of cmd', () => {
    expect(notes(post('!é%'), 'curl-cmd')).toMatch(
      /batch file[\s\S]*Delayed expansion[\s\S]*Unicode/,
    );
    expect(notes(post('a'), 'curl-cmd')).toBe('');
  });
});

describe('cURL (PowerShell)', () => {
  it('gives Windows PowerShell the options through a pipe', () => {
    expect(commandOf(LOGIN, 'curl-powershell', 'variables')).toBe(
      String.raw`# Set first: COOKIE, CODE
# Values go into URL and body as they stand, so percent-encode them where needed.
# Usable once, a replay may fail or spend it: CODE
& {
  if (!$COOKIE -or !$CODE) { throw 'Set first: COOKIE, CODE' }
  $q = { $args[0] -replace '[\\"]', '\$0' -replace "${'`'}r", '\r' -replace "${'`'}n", '\n' }
  $OutputEncoding = New-Object Text.UTF8Encoding $false
  @(
    'url = "https://server.example.com/token"'
    ('header = "Cookie: ' + (& $q $COOKIE) + '"')
    'header = "Content-Type: application/x-www-form-urlencoded"'
    'header = "Origin: https://app.example.com"'
    'header = "Sec-Fetch-Mode: cors"'
    ('data-raw = "grant_type=authorization_code&code=' + (& $q $CODE) + '&a=''%41"')
  ) | curl.exe --config -
}`,
    );
  });

  it('gives PowerShell 7 arguments, and a long body in a file', () => {
    expect(commandOf(post("it's “$x”"), 'curl-powershell-7')).toContain("'it''s “$x”'");
    const text = commandOf(post(`${'a b '.repeat(2_500)}\n`), 'curl-powershell-7') ?? '';
    expect(text).toMatch(/\[IO\.File\]::WriteAllText\(\$file, "(?:a b )+`n"\)/);
    expect(text).toContain('--data-binary "@$file"\n  } finally { Remove-Item $file }');
  });
});

describe('fetch', () => {
  it('leaves out what a page may not set, and says so', () => {
    expect(commandOf(LOGIN, 'fetch', 'variables')).toBe(`// Set first: CODE
// Values go into URL and body as they stand, so percent-encode them where needed.
// Usable once, a replay may fail or spend it: CODE
// Left out, because the browser sets them: Cookie, Origin, Sec- fields
// The browser sends its own cookies.
// Run it on a page of the same origin as the one that sent it.
(({ CODE }) => {
if (!CODE) throw new Error("Set first: CODE");
return fetch("https://server.example.com/token", {
  method: "POST",
  headers: {
    "Content-Type": "application/x-www-form-urlencoded",
  },
  body: "grant_type=authorization_code&code=" + CODE + "&a='%41",
  redirect: "manual",
  credentials: "include",
});
})({ CODE: "" });`);
  });

  it.each(['fetch', 'fetch-node'])('%s cannot send a body with GET, nor every method', (target) => {
    expect(refusal(exchange({ body: { text: 'a' } }), target)).toMatch(/GET or HEAD/);
    expect(refusal(exchange({ method: 'TRACE' }), target)).toMatch(/this method/);
  });

  it('says how it changes a URL and a method', () => {
    const of = exchange({ method: 'get', url: 'https://server.example.com/a/../b' });
    expect(notes(of, 'fetch')).toMatch(/upper case[\s\S]*dots in the path/);
  });
});

describe('a body that was recorded by its fields', () => {
  const text =
    '--form-boundary\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n--form-boundary--\r\n';

  it('is sent with its own boundary, which the command says', () => {
    const request = ['Content-Type: multipart/form-data'];
    const of = exchange({ method: 'POST', request, body: { text, rebuilt: true } });
    const result = commandOf(of, 'fetch-node') ?? '';
    expect(result).toContain('"Content-Type": "multipart/form-data; boundary=form-boundary"');
    expect(notes(of, 'fetch-node')).toMatch(/written from them[\s\S]*content of files is missing/);
  });
});

describe('Accept-Encoding', () => {
  it.each([
    ['identity', "-H 'Accept-Encoding: identity'"],
    ['gzip, br', '--compressed'],
  ])('%s', (value, expected) => {
    const of = exchange({ request: [`Accept-Encoding: ${value}`] });
    expect(commandOf(of, 'curl-bash')).toContain(expected);
  });
});
