import { nearMiss } from '../../http/near-miss.ts';
import { jsonList } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** A requested scope that the metadata does not list, and the listed one that was probably meant. */
export interface UnlistedScope {
  readonly name: string;
  readonly near: string | null;
}

const MAX_NAMES = 200;

/** What every server of OpenID Connect knows, whether it lists it or not. */
const COMMON = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

/** The requested scopes that `scopes_supported` of the server leaves out (RFC 8414 section 2). */
export function unlistedScopes(flow: Flow, scope: string): readonly UnlistedScope[] {
  const listed = supportedScopes(flow);
  if (listed.length === 0) return [];
  const known = new Set(listed);
  const sent = [...new Set(scope.split(/\s+/).filter(Boolean))].slice(0, MAX_NAMES);
  return sent
    .filter((name) => !known.has(name) && !COMMON.has(name))
    .map((name) => ({ name, near: nearest(name, [...listed, ...COMMON]) }));
}

/** The scopes that the metadata lists; empty when it lists none, or was not recorded. */
export function supportedScopes({ metadata }: Flow): readonly string[] {
  return jsonList(metadata?.metadata?.scopes_supported).slice(0, MAX_NAMES);
}

function nearest(name: string, listed: readonly string[]): string | null {
  return (
    listed.find((one) => nearMiss(name, one) !== null) ??
    listed.find((one) => wordsOf(one) === wordsOf(name)) ??
    null
  );
}

/** The words of a name in any order: `read:photos` and `photos.read` are made of the same ones. */
function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
