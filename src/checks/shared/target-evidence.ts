import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
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

/** The name that the API gives itself in its metadata (RFC 9728 section 2); null without one. */
export const metadataResource = memoised(({ messages }: Flow): string | null => {
  for (const message of messages) {
    if (message.kind === 'protected-resource-metadata-request' && message.resource !== null) {
      return message.resource;
    }
  }
  return null;
});

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
