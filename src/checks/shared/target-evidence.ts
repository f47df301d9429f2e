import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/** Where a request says what the token is for (RFC 8707 section 2, RFC 8693 section 2.1). */
const TARGETS = ['resource', 'audience'];

/** What a refused request asked a token for; null when it did not say. */
export function targetEvidence(get: (name: string) => string | undefined): Evidence | null {
  const asked = TARGETS.flatMap((name) => {
    const value = get(name);
    return value ? [`${name} ${quote(value)}`] : [];
  });
  return asked.length === 0 ? null : { told: `The request has ${list(asked)}.` };
}
