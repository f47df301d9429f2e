import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { originOfUrl } from '../../http/url.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/** Where a request says what the token is for (RFC 8707 section 2, RFC 8693 section 2.1). */
const TARGETS = ['resource', 'audience'];

/**
 * What a refused request asked a token for; null when it did not say. `scope` is that of the login,
 * which has to be of the same resource.
 */
export function targetEvidence(
  get: (name: string) => string | undefined,
  scope?: string,
): Evidence | null {
  const asked = TARGETS.flatMap((name) => {
    const value = get(name);
    return value ? [`${name} ${quote(value)}`] : [];
  });
  if (asked.length === 0) return null;
  const login = scope ? ` The login asked for the scope ${quote(scope)}.` : '';
  return { told: `The request has ${list(asked)}.${login}` };
}

/**
 * The name that the API at this URL gives itself in its metadata (RFC 9728 section 2). Of several at
 * one origin, it is the most exact one.
 */
export function metadataResource(flow: Flow, url: string): string | null {
  const all = resourcesOf(flow).get(originOfUrl(url) ?? '') ?? [];
  const around = all.filter((one) => url.startsWith(one.replace(/\/$/, '')));
  const [longest] = around.sort((a, b) => b.length - a.length);
  return longest ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** The resources that metadata names, by origin. */
const resourcesOf = memoised(({ messages }: Flow): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const message of messages) {
    if (message.kind !== 'protected-resource-metadata-request') continue;
    const origin = message.resource === null ? null : originOfUrl(message.resource);
    if (message.resource === null || origin === null) continue;
    const known = found.get(origin) ?? [];
    found.set(origin, known);
    if (!known.includes(message.resource) && known.length < MAX_RESOURCES) {
      known.push(message.resource);
    }
  }
  return found;
});

const MAX_RESOURCES = 50;

/** What the requests of an attempt asked a token for; null when none of them said. */
export const askedTarget = memoised(({ request, tokenRequests }: Flow): string | null => {
  for (const name of TARGETS) {
    const asked = [
      request?.effective(name),
      ...tokenRequests.map(({ params }) => params.get(name)),
    ].find(Boolean);
    if (asked) return asked;
  }
  return null;
});
