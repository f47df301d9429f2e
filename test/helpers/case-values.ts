import { createHash } from 'node:crypto';
import { publicKey, signatureBy } from './case-keys.ts';

const OFFSET_CLAIMS = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** What stands in place of a signature. */
const UNSIGNED = 'c2lnbmF0dXJlLW9mLWEtdGVzdA';

export type JsonObject = Readonly<Record<string, unknown>>;

/** `+3s`, `-10min` in milliseconds. */
export function offset(text: string): number {
  const match = /^([+-]\d+(?:\.\d+)?)(ms|s|min|h|d)$/.exec(text.trim());
  const unit = UNITS[match?.[2] ?? ''];
  if (!match || unit === undefined) throw new Error(`not a time like +3s: ${text}`);
  return Number(match[1]) * unit;
}

/**
 * Replaces `{{jwt {…} {…}}}`, `{{key …}}`, `{{s256 …}}` and `{{date …}}`. Times count from `now`. A
 * token whose header has `signed` is really signed, by the key of that name.
 */
export function fillIn(line: string, now: number): string {
  return mapTemplates(line, (expression) => valueFor(expression, now));
}

/** Replaces each `{{…}}` of a text by the result of the expression inside. */
export function mapTemplates(text: string, map: (expression: string) => string): string {
  let out = '';
  let rest = text;
  for (let start = rest.indexOf('{{'); start >= 0; start = rest.indexOf('{{')) {
    const end = closing(rest, start + 2);
    out += rest.slice(0, start) + map(rest.slice(start + 2, end).trim());
    rest = rest.slice(end + 2);
  }
  return out + rest;
}

/**
 * The position of the `}}` that ends the expression at `from`. Braces of JSON inside are paired.
 */
function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth += 1;
    else if (!quoted && char === '}') {
      if (depth === 0 && text[at + 1] === '}') return at;
      depth -= 1;
    }
  }
  throw new Error(`{{ without }}: ${text}`);
}

function valueFor(expression: string, now: number): string {
  const [, name = '', argument = ''] = /^(\w+)\s*([\s\S]*)$/.exec(expression) ?? [];
  if (name === 's256') return createHash('sha256').update(argument).digest('base64url');
  if (name === 'date') return new Date(now + (argument ? offset(argument) : 0)).toUTCString();
  if (name === 'jwt') return jwt(argument, now);
  if (name === 'key') return publicKey(argument);
  throw new Error(`unknown value {{${expression}}}`);
}

function jwt(argument: string, now: number): string {
  const { claims, header } = readToken(argument);
  const counted = Object.entries(claims).map(([name, value]) => {
    const isOffset =
      OFFSET_CLAIMS.has(name) && typeof value === 'string' && /^[+-]\d+$/.test(value);
    return [name, isOffset ? Math.floor(now / 1_000) + Number(value) : value];
  });
  const { signed, ...jose } = withKey(header);
  const encoded = [jose, Object.fromEntries(counted)].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const content = encoded.join('.');
  const isSigned = typeof signed === 'string';
  return `${content}.${isSigned ? signatureBy(signed, String(jose.alg), content) : UNSIGNED}`;
}

/** `"jwk": "k1"` is the public key of that name. */
function withKey(jose: JsonObject): JsonObject {
  if (typeof jose.jwk !== 'string') return jose;
  return { ...jose, jwk: JSON.parse(publicKey(`${jose.jwk} {"alg":"${jose.alg}"}`)) };
}

/** Reads the arguments of `jwt`: the claims, then the header unless it is the usual one. */
export function readToken(argument: string): { claims: JsonObject; header: JsonObject } {
  const between = argument.search(/\}\s*\{[\s\S]*\}$/);
  const split =
    between < 0 || !isJson(argument.slice(0, between + 1)) ? argument.length : between + 1;
  const header = argument.slice(split).trim();
  return {
    claims: JSON.parse(argument.slice(0, split)),
    header: header === '' ? { alg: 'RS256', kid: 'k1' } : JSON.parse(header),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
