import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptText, unescapeScript } from '../../src/http/html-scripts.ts';
import { pageResponse } from '../../src/oauth/documents/page-response.ts';
import { viewExchange } from '../../src/oauth/exchange-view.ts';
import { expectLinear } from '../hostile/growth.ts';
import { page } from '../traffic/sketch.ts';

describe('the text of scripts', () => {
  it.each([
    ['no script', '<p>var code = "x"', ''],
    ['two scripts', '<script>a</script><p>no<SCRIPT type=x>b</SCRIPT >', 'a\nb'],
    ['one that never ends', '<script nonce="n">a', 'a'],
    ['another element', '<scripture>a</scripture>', ''],
  ])('%s', (_, html, text) => {
    expect(scriptText(html)).toBe(text);
  });

  it.each([
    [String.raw`a\x2Db\u002Dc\u{2d}d`, 'a-b-c-d'],
    [String.raw`http:\/\/x\"\\n`, 'http://x"\\n'],
    [String.raw`\u{110000}\n`, '\n'],
  ])('%s without its escapes', (escaped, text) => {
    expect(unescapeScript(escaped)).toBe(text);
  });

  it('reads every JSON string as JSON does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unescapeScript(JSON.stringify(text).slice(1, -1))).toBe(text);
      }),
    );
  });
});

const read = (answerBody: string) =>
  pageResponse(
    viewExchange(
      page(0, 'https://as.example.com/authorize?response_mode=web_message', { answerBody }),
    ),
  );

describe('a page that passes a response on', () => {
  it.each([
    ['quotes that do not end', `postMessage;${'code:"x code:\'y '.repeat(4_000)}`],
    ['escapes', `postMessage;code="${'\\'.repeat(60_000)}`],
    ['spaces', `postMessage;code${' '.repeat(60_000)}`],
    ['open scripts', `postMessage${'<script '.repeat(8_000)}`],
  ])('is read in linear time: %s', (_, content) => {
    expectLinear(
      (size) => `<!doctype html><script>${content.repeat(size)}`,
      8,
      (html) => read(html),
    );
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      'postMessage',
      'code:"',
      "state='",
      '\\',
      '"',
      "'",
      '<form method=post action=//x>',
      '<input type=hidden name=code value=1>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(() => read(`<!doctype html>${pieces.join('')}`)).not.toThrow();
      }),
    );
  });
});
