import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import { classifyName } from '../../oauth/registry/secrecy.ts';
import { isHidden } from '../../oauth/registry/secrecy-class.ts';
import { isPlaceholder } from '../../oauth/values/placeholder.ts';
import type { Flow } from '../flow.ts';

/** Equal or empty values, or hashes, under so many names are no coincidence. */
const MANY = 3;
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
/** Values that are never hexadecimal: a JWT, and a hash in base64url (RFC 7636 section 4.2). */
const NEVER_HEX = new Set(['id_token', 'code_challenge', 'id_token_hint']);

interface Named {
  readonly name: string;
  readonly value: string;
  readonly sent: boolean;
}

/** Parts that say nothing when one of them was replaced. */
const TOGETHER: readonly (readonly string[])[] = [
  ['code_verifier', 'code_challenge', 'code_challenge_method'],
  ['access_token', 'authorization', 'dpop', 'token'],
  ['nonce', 'id_token'],
];

/**
 * The names of parameters, members and headers whose values somebody replaced before the recording
 * was shared, and of those that are compared with them. Their values are unknown.
 */
export const sanitizedNames = memoised((flow: Flow): ReadonlySet<string> => {
  const values = flow.messages.flatMap(hiddenValues);
  const names = new Set([
    ...values.filter(({ value }) => isPlaceholder(value)).map(({ name }) => name),
    ...underManyNames(values),
    ...hashes(values),
  ]);
  for (const group of TOGETHER) {
    if (group.some((name) => names.has(name))) for (const name of group) names.add(name);
  }
  return names;
});

function hiddenValues(message: Message): readonly Named[] {
  const found: Named[] = [];
  const take = (name: string, value: unknown, sent = true): void => {
    // People choose passwords of any form, and no check looks at one.
    if (typeof value === 'string' && !/passw/i.test(name) && isHidden(classifyName(name).secrecy))
      found.push({ name, value, sent });
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
  if (token !== null) {
    take(/^basic/i.test(token) ? 'client_secret' : 'authorization', token.replace(/^\w+\s*/, ''));
  }
  return found;
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
  const hashed = values.filter(({ value }) => HASH.test(value));
  const never = hashed.some(({ name }) => NEVER_HEX.has(name));
  const lengths = new Set(hashed.map(({ value }) => value.length));
  const names = hashed.map(({ name }) => name);
  return never && lengths.size === 1 && new Set(names).size >= MANY ? names : [];
}
