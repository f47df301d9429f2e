import fc from 'fast-check';
import { command } from '../../src/commands/command.ts';
import { planRequest } from '../../src/commands/plan-request.ts';
import type { Secrets } from '../../src/commands/target.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../http/exchanges.ts';

/** How many requests each program gets, and what they are generated from. */
export const COUNT = 2_000;
export const SEED = Number(process.env.COMMANDS_SEED ?? Date.now() % 1_000_000);

/** Pieces that some shell, program or file format takes for more than text. */
const PIECES = [
  ...'\'"\\`$!^%&|<>(){}[];#@=~*?+-_., \t\né😀aZ0/:',
  ...'\u001B\u0007\u007F\u0085\u202E\u200B\uFEFF\u2018\u2019\u201C\u201D\u2013',
  ...[
    '\r\n',
    '\r',
    '\uD800',
    '$(touch PWNED)',
    '`touch PWNED`',
    '; touch PWNED ;',
    '\ntouch PWNED\n',
  ],
  ...[
    '%PATH%',
    '%^PATH%',
    `\${PATH}`,
    '$HOME',
    '!PATH!',
    '!!',
    '& calc.exe &',
    '| id',
    '%%',
    "'\\''",
  ],
  ...[
    '\\"',
    '\\\\',
    '\\',
    '{{',
    '}}',
    '\\{{',
    '{',
    '$env:PATH',
    '$($env:PATH)',
    '@file',
    '@-',
    '-o PWNED',
  ],
  ...[
    '\\n',
    '\\033',
    '%s',
    '%b',
    '\\u0041',
    "''",
    '""',
    '`n',
    '^\n',
    '--next',
    ':=',
    ';',
    '< f',
    '###',
  ],
];

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength }),
  );

const headerValue = text(12).map((value) =>
  value
    .replace(/[\0\r\n]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/^[ \t]+|[ \t]+$/g, '')
    // No command can send these alone.
    .replace(/^[\v\f]+$/, 'x'),
);

const path = fc
  .array(
    fc.constantFrom(...'ab/.-_~!$&\'()*+,;=:@%?"{}[]|^`<>'.split(''), '%2F', '%20', '..', '%2e'),
    {
      maxLength: 20,
    },
  )
  .map((pieces) => pieces.join(''));

const secret = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_'), minLength: 12, maxLength: 30 }),
  fc.constantFrom(
    '%2B%2Fsecret%3D%3D',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln',
    'p@ss%20w0rd-1',
  ),
);

const body = fc.oneof(
  text(40).map((value) => ({ type: 'text/plain', text: value })),
  fc.tuple(secret, secret).map(([code, key]) => ({
    type: 'application/x-www-form-urlencoded',
    text: `grant_type=authorization_code&code=${code}&client_secret=${key}&x=%2B+y`,
  })),
  fc.tuple(secret, text(8)).map(([token, value]) => ({
    type: 'application/json',
    text: JSON.stringify({ refresh_token: token, a: { value } }, null, 1),
  })),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => ({
    type: 'application/octet-stream',
    text: `\u00FF${String.fromCharCode(...bytes)}`,
    binary: true as const,
  })),
);

const parts = fc.record({
  method: fc.constantFrom(
    'GET',
    'POST',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'HEAD',
    "G'T",
  ),
  path,
  secret: fc.option(secret, { nil: null }),
  headers: fc.array(headerValue, { maxLength: 3 }),
  body: fc.option(body, { nil: null }),
});

const known = new Map<string, readonly Exchange[]>();

/** Requests of every kind to one server. Each has its number in a header. */
export function requestsTo(origin: string): readonly Exchange[] {
  const requests = known.get(origin) ?? generated(origin);
  known.set(origin, requests);
  return requests;
}

/** The command of a request; null when the target cannot write it. */
export function commandOf(of: Exchange, target: string, secrets: Secrets = 'values') {
  const result = command(of, { target, secrets });
  return 'command' in result ? result.command : null;
}

/** The values of the variables that the commands of a request have. */
export function valuesOf(of: Exchange): Readonly<Record<string, string>> {
  const plan = planRequest(of, { secrets: 'variables', redacted: false });
  const variables = 'refused' in plan ? [] : plan.variables;
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

function generated(origin: string): readonly Exchange[] {
  return fc.sample(parts, { numRuns: COUNT, seed: SEED }).map((one, index) => {
    const sends = one.method !== 'GET' && one.method !== 'HEAD' ? one.body : null;
    const query = one.secret === null ? '' : `?code=${one.secret}&state=${one.secret}`;
    const of = exchange({
      method: one.method,
      url: `${origin}/${one.path.replace(/[?#].*/s, '')}${query}`,
      request: [`X-Number: n${index}`],
      body: sends ? { text: sends.text, ...('binary' in sends ? { binary: true } : {}) } : null,
    });
    const headers = [
      ...of.request.headers,
      ...one.headers.map((value, at) => ({ name: `X-H${at}`, value })),
      ...(sends ? [{ name: 'Content-Type', value: sends.type }] : []),
      ...(one.secret ? [{ name: 'Authorization', value: `Bearer ${one.secret}` }] : []),
    ];
    return { ...of, request: { ...of.request, headers } };
  });
}

/** The bytes that a program sends for the body of an exchange. */
export function sentBytes({ request }: Exchange): Buffer {
  const { body } = request;
  if (!body || !('text' in body)) return Buffer.alloc(0);
  if (body.binary) return Buffer.from(body.text, 'latin1');
  return Buffer.from(body.text.replace(/\p{Surrogate}/gu, '\uFFFD'), 'utf8');
}
