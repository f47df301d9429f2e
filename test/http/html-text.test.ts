import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../src/http/html-text.ts';

describe('htmlText', () => {
  it('reads an error page as a user does', () => {
    const page = `<!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>Sign in &ndash;
      Example</title><style>p { color: red }</style><script>var a = "<p>not read</p>";</script></head>
      <body class="a > b"><!-- <p>hidden</p> --><h1>Error&nbsp;400: redirect_uri_mismatch</h1>
      <p>The <b>redirect URI</b> https:&#x2F;&#47;app.example.com
      is not registered.<br>Trace ID: <code>7f3a</code></p>
      <table><tr><td>client_id</td><td>s6BhdRkqt3</td></tr></table>
      <noscript>Turn on JavaScript</noscript><template><p>later</p></template>
      <svg><title>icon</title><text>drawn</text></svg></body></html>`;
    const { title, lines, text } = htmlText(page);
    expect(title).toBe('Sign in – Example');
    expect(lines).toEqual([
      'Error 400: redirect_uri_mismatch',
      'The redirect URI https://app.example.com is not registered.',
      'Trace ID: 7f3a',
      'client_id s6BhdRkqt3',
    ]);
    expect(text).toBe(lines.join('\n'));
  });

  it('keeps the hidden fields of a form_post response', () => {
    const page = `<form method="POST" action='https://client.example.com/cb?a=1&amp;b=2'>
      <input type=hidden name="code" value="Splx&#108;OBeZQQYbYS6WxSbIA"/>
      <INPUT TYPE="Hidden" NAME=state VALUE=af0ifjsldkj><input type="submit" value="Go">
      <form action="/nested"><input name=q></form><input name="outside">`;
    expect(htmlText(page).forms).toEqual([
      {
        action: 'https://client.example.com/cb?a=1&b=2',
        method: 'post',
        inputs: [
          { name: 'code', value: 'SplxlOBeZQQYbYS6WxSbIA', type: 'hidden' },
          { name: 'state', value: 'af0ifjsldkj', type: 'hidden' },
          { name: 'q', value: '', type: 'text' },
        ],
      },
    ]);
  });

  it.each([
    ['a bare less-than sign', 'a < b <3', 'a < b <3'],
    ['a tag that never ends', 'a<b c="d', 'a'],
    ['a comment that never ends', 'a<!-- b', 'a'],
    ['an empty comment', 'a<!-->b', 'ab'],
    ['a processing instruction', '<?xml version="1.0"?>a', 'a'],
    ['a script that never ends', 'a<script>b', 'a'],
    ['a script that ends in any case', 'a<script>"</scripty>"</SCRIPT >b', 'ab'],
    ['nested templates', 'a<template><template>b</template>c</template>d', 'ad'],
    ['a greater-than sign in an attribute', '<p title="a>b" id=\'>\'>c', 'c'],
    ['references that are none', '&nosuch; &amp &#xFFFFFFFF; &#0;', '&nosuch; &amp \uFFFD \uFFFD'],
    ['references of windows-1252', '&#150;&#x80;', '–€'],
    ['named letters', '&Uuml;berpr&uuml;fung &szlig; &eacute;', 'Überprüfung ß é'],
    ['markup that was text', '&lt;b&gt; <textarea><b>&amp;</textarea>', '<b> <b>&'],
    ['lines of preformatted text', '<pre>a\n  b</pre>c\nd', 'a\nb\nc d'],
    ['control characters', 'a\u0000\u001B[31mb', 'a [31mb'],
    ['nothing', '', ''],
  ])('reads %s', (_sentence, html, expected) => {
    expect(htmlText(html).text).toBe(expected);
  });

  it('reads a bounded part of a large page', () => {
    expect(htmlText('<p>word '.repeat(100_000)).text.length).toBe(20 * 1024);
    expect(htmlText(`${' '.repeat(300_000)}late`).text).toBe('');
    const forms = htmlText('<form></form>'.repeat(5_000)).forms;
    expect(forms.length).toBe(500);
  });

  const markup = fc.string({
    unit: fc.constantFrom(...'<>/!-="\' \n&;#x', 'a', 'p', 'script', 'title', 'template', 'form'),
  });

  it('never throws, and never shows more than it was given', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string()), (html) => {
        const { text, lines } = htmlText(html);
        expect(text.length).toBeLessThanOrEqual(html.length);
        expect(lines.every((line) => line !== '' && line === line.trim())).toBe(true);
      }),
    );
  });

  it('never shows what a script, style or comment holds, nor an attribute', () => {
    fc.assert(
      fc.property(markup, fc.constantFrom('script', 'style', 'noscript'), (noise, name) => {
        const inner = noise.replaceAll('</', '').replaceAll('--', '');
        const page = `<p class="MARK"><${name}>MARK${inner}MARK</${name}><!--MARK-->seen`;
        expect(htmlText(page).text).not.toContain('MARK');
      }),
    );
  });

  it.each([
    '<',
    '<a ',
    '<!--',
    '<a b="',
    "<a b='",
    '<title>',
    '<script>',
    '</',
    '&',
    '&#',
    '<pre>\n',
    '<a b =',
    '<td>',
    '<!',
    '<svg>',
    '<form><input name=a>',
  ])('reads a page of %j in linear time', (piece) => {
    const started = performance.now();
    htmlText(piece.repeat(300_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
