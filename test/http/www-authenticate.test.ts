import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Challenge, parseChallenges } from '../../src/http/www-authenticate.ts';

type Plain = [scheme: string, parameters: Record<string, string>, token68?: string];

function plain({ scheme, parameters, token68 }: Challenge): Plain {
  const entries = Object.fromEntries(parameters);
  return token68 === null ? [scheme, entries] : [scheme, entries, token68];
}

const VECTORS: readonly [sentence: string, value: string, expected: Plain[]][] = [
  ['a quoted parameter', 'Basic realm="foo"', [['basic', { realm: 'foo' }]]],
  ['a token parameter', 'Basic realm=foo', [['basic', { realm: 'foo' }]]],
  ['any case', 'BASIC REALM="foo"', [['basic', { realm: 'foo' }]]],
  ['no parameters', 'Basic', [['basic', {}]]],
  ['white space around the equals sign', 'Basic realm = "foo"', [['basic', { realm: 'foo' }]]],
  ['escapes in a quoted string', 'Basic realm="\\f\\"o\\\\"', [['basic', { realm: 'f"o\\' }]]],
  ['a comma in a quoted string', 'Basic realm="a, b=c"', [['basic', { realm: 'a, b=c' }]]],
  ['an empty quoted string', 'Basic realm=""', [['basic', { realm: '' }]]],
  ['an empty value', 'Bearer error=x, realm=', [['bearer', { error: 'x', realm: '' }]]],
  ['empty list elements', ', ,Basic ,,realm="foo",,', [['basic', { realm: 'foo' }]]],
  ['the first of a repeated parameter', 'Basic realm=a, realm=b', [['basic', { realm: 'a' }]]],
  [
    'several challenges in one field',
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    [
      ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ['basic', { realm: 'simple' }],
    ],
  ],
  [
    'schemes alone',
    'Negotiate, NTLM',
    [
      ['negotiate', {}],
      ['ntlm', {}],
    ],
  ],
  ['token68', 'Negotiate a87421000492aa8742==', [['negotiate', {}, 'a87421000492aa8742==']]],
  [
    'token68 before another challenge',
    'Negotiate abc/+= , Basic realm="x"',
    [
      ['negotiate', {}, 'abc/+='],
      ['basic', { realm: 'x' }],
    ],
  ],
  [
    'fields joined by a line feed',
    'Bearer realm="a"\nDPoP algs="ES256 PS256"',
    [
      ['bearer', { realm: 'a' }],
      ['dpop', { algs: 'ES256 PS256' }],
    ],
  ],
  [
    'RFC 6750 section 3',
    'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
    [
      [
        'bearer',
        { realm: 'example', error: 'invalid_token', error_description: 'The access token expired' },
      ],
    ],
  ],
  [
    'RFC 9728 section 5.1, the URL left unquoted',
    'Bearer resource_metadata=https://rs.example.com/.well-known/oauth-protected-resource',
    [
      [
        'bearer',
        { resource_metadata: 'https://rs.example.com/.well-known/oauth-protected-resource' },
      ],
    ],
  ],
  [
    'a sentence left unquoted',
    'Bearer error_description=The token (JWT) has expired, error=invalid_token',
    [['bearer', { error_description: 'The token (JWT) has expired', error: 'invalid_token' }]],
  ],
  [
    'no comma between parameters',
    'Bearer error="invalid_token" scope="a b"',
    [['bearer', { error: 'invalid_token', scope: 'a b' }]],
  ],
  [
    'no comma between challenges',
    'Bearer realm="a" Basic realm="b"',
    [
      ['bearer', { realm: 'a' }],
      ['basic', { realm: 'b' }],
    ],
  ],
  ['a quoted string that never ends', 'Basic realm="foo', [['basic', { realm: 'foo' }]]],
  ['a lone backslash at the end', 'Basic realm="foo\\', [['basic', { realm: 'foo' }]]],
  ['parameters without a scheme', 'error="invalid_token"', []],
  ['nothing', '', []],
  ['nothing readable', '"x" (?)', []],
];

describe('parseChallenges', () => {
  it.each(VECTORS)('reads %s', (_sentence, value, expected) => {
    expect(parseChallenges(value).map(plain)).toEqual(expected);
  });

  it('never throws', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'aB =,"\\/+\n\t(é') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostile), (value) => {
        parseChallenges(value);
      }),
    );
  });

  it('reads back what RFC 9110 section 5.6.4 quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const quoted = text.replace(/["\\]/g, '\\$&');
        const [challenge] = parseChallenges(`X v="${quoted}", w=1`);
        expect(challenge?.parameters.get('v')).toBe(text);
        expect(challenge?.parameters.get('w')).toBe('1');
      }),
    );
  });

  it.each(['"', 'a ', 'a=', 'a="', 'a b ', '\\', ',', ' ', '"\\', 'a'])(
    'reads ten megabytes of %j in bounded time',
    (piece) => {
      const started = performance.now();
      parseChallenges(`Bearer x="${piece.repeat(10_000_000 / piece.length)}`);
      parseChallenges(`Bearer ${piece.repeat(10_000_000 / piece.length)}!`);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
