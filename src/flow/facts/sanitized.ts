import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import { classifyName } from '../../oauth/registry/secrecy.ts';
import { isHidden } from '../../oauth/registry/secrecy-class.ts';
import { isHash, isNamedPlaceholder, isPlaceholder } from '../../oauth/values/placeholder.ts';
import type { Flow } from '../flow.ts';

/** Equal or empty values, or hashes, under so many names are no coincidence. */
const MANY = 3;
/** Values that are never hexadecimal: a JWT, and a hash in base64url (RFC 7636 section 4.2). */
const NEVER_HEX = new Set(['id_token', 'code_challenge', 'id_token_hint']);
/** The values that are always JWTs: one hash is enough to tell. */
const ALWAYS_JWT = new Set(['id_token', 'id_token_hint']);

/** A value that is certainly no value. */
const REPLACED = '[redacted]';

interface Named {
  readonly name: string;
  readonly value: string;
  readonly sent: boolean;
  /** Only a secret can be told from a placeholder by its form. */
  readonly secret: boolean;
}

/** Parts that say nothing when one of them was replaced. */
const TOGETHER: readonly (readonly string[])[] = [
  ['code_verifier', 'code_challenge', 'code_challenge_method'],
  ['access_token', 'authorization', 'dpop', 'token'],
  ['nonce', 'id_token'],
  ['client_id', 'aud', 'azp'],
];

/**
 * The names of parameters, members and headers whose values somebody replaced before the recording
 * was shared, and of those that are compared with them. Their values are unknown.
 */
export const sanitizedNames = memoised((flow: Flow): ReadonlySet<string> => {
  const all = [...new Set(flow.messages.map(valuesOf))].flat();
  const values = all.filter(({ secret }) => secret);
  const names = new Set([
    ...all.filter(isReplaced).map(({ name }) => name),
    ...underManyNames(values),
    ...hashes(values),
  ]);
  for (const group of TOGETHER) {
    if (group.some((name) => names.has(name))) for (const name of group) names.add(name);
  }
  return names;
});

function isReplaced({ value, secret }: Named): boolean {
  return isNamedPlaceholder(value) || (secret && isPlaceholder(value));
}

/** The values of a message. Messages with the same ones, such as polls, often share them. */
const valuesOf = memoised((message: Message): readonly Named[] => {
  const values = readValues(message);
  const key = JSON.stringify(values);
  if (key.length > MAX_SHARED) return values;
  const known = shared.get(key);
  if (known) return known;
  if (shared.size >= MAX_SHARED) shared.clear();
  shared.set(key, values);
  return values;
});

const shared = new Map<string, readonly Named[]>();
/** So many values are shared at most, each of so many characters. */
const MAX_SHARED = 1_000;

function readValues(message: Message): readonly Named[] {
  const found: Named[] = [];
  const take = (name: string, value: unknown, sent = true): void => {
    // People choose passwords of any form, and no check looks at one.
    if (typeof value !== 'string' || /passw/i.test(name)) return;
    found.push({ name, value, sent, secret: isHidden(classifyName(name).secrecy) });
  };
  for (const { name, value } of message.params.pairs) take(name, value);
  if (message.kind === 'authorization-response') {
    for (const { name, value } of message.wire.pairs) take(name, value);
  }
  if (message.kind === 'token-request') {
    for (const [name, value] of Object.entries(message.response.json ?? {}))
      take(name, value, false);
  }
  const token = headerValue(message.exchange.request.headers, 'authorization');
  if (token !== null) takeCredentials(token, take);
  return found;
}

function takeCredentials(field: string, take: (name: string, value: string) => void): void {
  const value = field.replace(/^\w+\s*/, '');
  const isBasic = /^basic/i.test(field);
  take(isBasic ? 'client_secret' : 'authorization', value);
  // No Basic credentials are a hash: base64 of an id, a colon and a secret has other letters too.
  if (isBasic && isHash(value)) take('client_id', REPLACED);
}

/** Names that share one value with many others, or are empty in requests and responses alike. */
function underManyNames(values: readonly Named[]): readonly string[] {
  const names = new Map<string, Set<string>>();
  for (const { name, value } of values) {
    const group = SAME.get(name) ?? name;
    names.set(value, (names.get(value) ?? new Set()).add(group));
  }
  const emptied = values.some(({ value, sent }) => value === '' && sent);
  const isShared = ({ value }: Named): boolean => {
    const size = names.get(value)?.size ?? 0;
    return size >= MANY || (value === '' && size > 1 && emptied);
  };
  return values.filter(isShared).map(({ name }) => name);
}

/** Names under which one value legally travels. */
const SAME = new Map([
  ['authorization', 'access_token'],
  ['token', 'access_token'],
]);

/** Names of hashes that stand in place of values. */
function hashes(values: readonly Named[]): readonly string[] {
  const hashed = values.filter(({ value }) => isHash(value));
  const never = hashed.some(({ name }) => NEVER_HEX.has(name));
  const lengths = new Set(hashed.map(({ value }) => value.length));
  const names = hashed.map(({ name }) => name);
  const jwts = names.filter((name) => ALWAYS_JWT.has(name));
  return never && lengths.size === 1 && new Set(names).size >= MANY ? names : jwts;
}
