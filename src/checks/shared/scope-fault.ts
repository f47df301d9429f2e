import {
  type MisspeltScope,
  misspeltScopes,
  namesIn,
  type ScopeSource,
} from '../../flow/facts/scope-names.ts';
import type { Flow } from '../../flow/flow.ts';
import { describeFault } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';

/** What is wrong with a scope. */
export interface ScopeFault {
  readonly kind: 'commas' | 'malformed' | 'misspelt';
  /** A sentence. */
  readonly told: string;
  readonly fix?: string;
  readonly expected?: string;
}

const MAX_TOLD = 5;

const KNOWN_FROM: Readonly<Record<ScopeSource, string>> = {
  metadata: 'which the metadata of the server lists',
  API: 'which the API asks for',
  standard: 'which OpenID Connect defines',
  login: 'with which another login of this client worked',
};

/** Signs that people put between names in place of a space. */
const JOINED = /^[\w:./-]+(?:(?:\+|%20|[;|])[\w:./-]+)+$/;
/** RFC 6749 section 3.3: visible ASCII without `"` and `\`. */
const NAME = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

/** The fault of a scope; null when its form is right and no name in it is almost a known one. */
export function scopeFault(scope: string, flow: Flow): ScopeFault | null {
  return commas(scope) ?? malformed(scope) ?? misspelt(misspeltScopes(flow, scope), scope);
}

function commas(scope: string): ScopeFault | null {
  const names = scope.split(',').map((name) => name.trim());
  if (names.length < 2 || !names.every((name) => /^[\w:./-]+$/.test(name))) return null;
  const joined = quote(names.join(' '));
  return {
    kind: 'commas',
    told: `scope is ${quote(scope)}, with commas; a comma makes one long name of them.`,
    fix: `Separate the scopes by spaces: ${joined}.`,
    expected: joined,
  };
}

function malformed(scope: string): ScopeFault | null {
  const told = (why: string): ScopeFault => ({
    kind: 'malformed',
    told: `scope is ${quote(scope)}: ${why}.`,
  });
  if (/^\s*\[\s*"/.test(scope)) return told('it is a JSON list and not names with spaces between');
  if (JOINED.test(scope) && !scope.includes('://')) {
    const joined = quote(scope.split(/\+|%20|[;|]/).join(' '));
    return {
      ...told('the names have another sign than a space between them'),
      fix: `Separate the scopes by spaces, and percent-encode the whole once: ${joined}.`,
      expected: joined,
    };
  }
  const names = namesIn(scope);
  const faulty = names.find((name) => describeFault(name) !== null);
  if (faulty !== undefined) return told(`in ${quote(faulty)}, ${describeFault(faulty)}`);
  const illegal = names.find((name) => !NAME.test(name));
  return illegal === undefined
    ? null
    : told(`${quote(illegal)} has a character that no scope may have`);
}

function misspelt(found: readonly MisspeltScope[], scope: string): ScopeFault | null {
  if (found.length === 0) return null;
  const told = found.slice(0, MAX_TOLD);
  const each = told.map(
    ({ name, meant, source }) => `${quote(name)} is almost ${quote(meant)}, ${KNOWN_FROM[source]}`,
  );
  return {
    kind: 'misspelt',
    told: `scope is ${quote(scope)}; ${each.join('; ')}.`,
    fix: `Send ${list(told.map(({ name, meant }) => `${quote(meant)} instead of ${quote(name)}`))}.`,
    expected: list(told.map(({ meant }) => quote(meant))),
  };
}
