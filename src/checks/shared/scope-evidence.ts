import {
  supportedScopes,
  type UnlistedScope,
  unlistedScopes,
} from '../../flow/facts/scope-names.ts';
import type { Flow } from '../../flow/flow.ts';
import { describeFault } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

const MAX_TOLD = 5;

/**
 * What is wrong with a scope that was refused; null when no scope was sent, or when the words of the
 * server name one already and nothing else is known.
 */
export function scopeEvidence(
  scope: string | undefined,
  said: string | null,
  flow: Flow,
): Evidence | null {
  if (!scope) return null;
  const fault = faultyName(scope);
  if (fault !== null) return { told: `scope was ${quote(scope)}: ${fault}.` };
  const names = scope.split(/[\s,]+/).filter(Boolean);
  if (scope.includes(',') && !/\s/.test(scope.trim()) && names.length > 1) {
    const joined = quote(names.join(' '));
    return {
      told: `scope was ${quote(scope)}, with commas; OAuth separates scopes by spaces, and a comma makes one long name of them.`,
      fix: `Separate the scopes by spaces: ${joined}.`,
      expected: joined,
    };
  }
  const unlisted = unlistedScopes(flow, scope).slice(0, MAX_TOLD);
  if (unlisted.length === 0) {
    const isNamed = names.some((name) => said?.includes(name));
    return isNamed ? null : { told: `scope was ${quote(scope)}.` };
  }
  const near = unlisted.filter((one) => one.near !== null);
  return {
    told: `scope was ${quote(scope)}, and the metadata of the server lists no ${list(unlisted.map(unlistedWords))}.`,
    expected: list(supportedScopes(flow).slice(0, 20)),
    ...(near.length > 0
      ? {
          fix: `Send ${list(near.map(({ name, near: meant }) => `${quote(meant ?? '')} instead of ${quote(name)}`))}.`,
        }
      : {}),
  };
}

function unlistedWords({ name, near }: UnlistedScope): string {
  return near === null ? quote(name) : `${quote(name)} (but ${quote(near)})`;
}

/** What an unset variable or a list that was turned into text leaves. */
function faultyName(scope: string): string | null {
  if (/^\s*\[\s*"/.test(scope)) return 'it is a JSON list and not names with spaces between them';
  const faulty = scope.split(/\s+/).find((name) => name !== '' && describeFault(name) !== null);
  return faulty === undefined ? null : `in ${quote(faulty)}, ${describeFault(faulty)}`;
}
