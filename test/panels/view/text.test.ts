import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideIn, isSecret, masked, secretsOf } from '../../../panels/oauth/view/masking.ts';
import { pretty } from '../../../panels/oauth/view/pretty.ts';
import { beginning, visible, visibleLines } from '../../../panels/oauth/view/visible.ts';
import { ACCESS_TOKEN, CODE, exchange, login, STATE, VERIFIER } from '../recording.ts';

describe('unseen characters', () => {
  it.each([
    ['a\u202Eb', 'a⟨U+202E⟩b'],
    ['a\u0000b\u001b[31m', 'a⟨U+0000⟩b⟨U+001B⟩[31m'],
    ['a\u200Bb\uFEFF', 'a⟨U+200B⟩b⟨U+FEFF⟩'],
    ['a\r\nb\tc', 'a⏎b⇥c'],
    ['a\uD800b\uDC00', 'a⟨U+D800⟩b⟨U+DC00⟩'],
    ['müßig 日本 👩', 'müßig 日本 👩'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leave line breaks where there are several lines', () => {
    expect(visibleLines('a\r\nb\tc\rd')).toBe('a\nb\tc⟨U+000D⟩d');
  });
});

describe('secrets', () => {
  it('show their end and their length, short ones only their length', () => {
    expect(masked(CODE)).toBe('••••••••de (27 characters)');
    expect(masked('123456')).toBe('•••••••• (6 characters)');
  });

  it('are recognised by the vocabulary, by their name, or as a JWT', () => {
    expect(isSecret('code', 'abc')).toBe(true);
    expect(isSecret('my_session_token', 'abc')).toBe(true);
    expect(isSecret('x', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.')).toBe(true);
    expect(isSecret('client_id', 'spa')).toBe(false);
    expect(isSecret('token_endpoint', 'https://as.example.com/token')).toBe(false);
    expect(isSecret('scope', 'openid')).toBe(false);
    expect(isSecret('code', '')).toBe(false);
  });

  it('are found in URL, headers, form and JSON', () => {
    const found = login().flatMap(secretsOf);
    expect(found).toEqual(expect.arrayContaining([STATE, CODE, VERIFIER, ACCESS_TOKEN]));
    const cookies = exchange({
      id: 'c',
      at: 0,
      url: 'https://as.example.com/',
      headers: { Cookie: 'sid=abcdef123456; lang=de', Authorization: 'Basic Y2xpZW50OnNlY3JldA==' },
      answer: { 'Set-Cookie': 'session=fedcba654321; Path=/' },
    });
    expect([...secretsOf(cookies)].sort()).toEqual([
      'Y2xpZW50OnNlY3JldA==',
      'abcdef123456',
      'fedcba654321',
    ]);
  });

  it.each([
    [
      'a form that a page posts',
      '<form><input name="code" type="hidden" value="c0de-1234"></form>',
    ],
    ['JSON that is cut off', '{"access_token": "c0de-1234", "id_tok'],
    ['a list', '{"tokens": ["c0de-1234"]}'],
    ['a URL in JSON', '{"next": "https://app.example.com/?code=c0de-1234"}'],
  ])('are found in %s', (_sentence, text) => {
    const one = exchange({ id: 'b', at: 0, url: 'https://as.example.com/', text });
    expect(secretsOf(one)).toContain('c0de-1234');
  });

  it('are removed from any text, raw and percent-encoded', () => {
    const value = fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (secret, before, behind) => {
        // A secret made of the mask's own characters would be in every mask.
        fc.pre(!masked(secret).includes(secret));
        const text = `${before}${secret}${behind}${encodeURIComponent(secret)}`;
        expect(hideIn(text, [secret])).not.toContain(secret);
      }),
    );
  });

  it('never throw, for any input', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (url, name, text) => {
        const one = exchange({ id: 'f', at: 0, url, headers: { [name]: text }, body: text, text });
        secretsOf(one);
      }),
    );
  });
});

describe('texts', () => {
  it('are not cut inside a character', () => {
    expect(beginning('ab👩', 3)).toBe('ab');
    expect(beginning('ab', 3)).toBe('ab');
  });

  it('are laid out when they are JSON', () => {
    expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(pretty('{"a":')).toBe('{"a":');
    expect(pretty('plain')).toBe('plain');
  });
});
